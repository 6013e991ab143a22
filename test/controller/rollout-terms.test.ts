/** Policies in the words of the procedure, windows by the clock of a place, and who asked. */
import { describe, expect, test } from 'vitest';
import { emergencyOrigin } from '../../controller/rollouts/emergency.ts';
import { plannedRollouts } from '../../controller/rollouts/planned-rollouts.ts';
import { causeOf } from '../../controller/rollouts/rollout-cause.ts';
import { nodesOf, rolloutInput, rolloutTerms } from '../../controller/rollouts/rollout-terms.ts';
import { windowState } from '../../controller/rollouts/windows.ts';
import type { ConfigEvent, Origin } from '../../schemas/events.ts';
import { rolloutPolicySpec } from '../../schemas/resources/rollout-policy.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import {
  CLUSTER,
  type Document,
  document,
  edited,
  FLEET,
  fleetWith,
  node,
  WEB,
  yamlOf,
} from '../schemas/fleet.ts';
import { alice } from '../store/fixtures.ts';

const POLICY = document('RolloutPolicy', 'careful', {
  waves: [{ count: 1 }, { percent: 50 }],
  maxUnavailable: { percent: 50 },
});
const OWN = edited(CLUSTER, { rolloutPolicy: 'careful' });

const resourcesOf = (documents: readonly Document[]) =>
  parseFiles([{ name: 'f', text: yamlOf(documents) }]).resources.map(({ resource }) => resource);
const specOf = (documents: readonly Document[]): Spec =>
  foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, resourcesOf(documents)));

describe('the terms of a rollout', () => {
  const terms = (policy: Record<string, unknown>, documents: readonly Document[] = FLEET) =>
    rolloutTerms(
      rolloutPolicySpec.parse({ ...POLICY.spec, ...policy }),
      nodesOf(specOf(documents), 'edge'),
    );

  test('are what the policy says, in milliseconds', () => {
    const gates = {
      health: { minPercent: 90, maxDropPercent: 5 },
      convergence: { withinS: 45 },
      inconclusiveS: 120,
    };
    expect(terms({ gates, soak: { minTimeS: 7 }, onFailedGate: 'revert' })).toEqual({
      waves: [{ count: 1 }, { percent: 50 }],
      maxUnavailable: { percent: 50 },
      canaryRole: 'backup',
      failureDomains: {},
      gate: {
        convergenceDeadlineMs: 45_000,
        healthDropMaxPercent: 5,
        healthMinPercent: 90,
        minSoakMs: 7_000,
        inconclusiveDeadlineMs: 120_000,
      },
      onFailedGate: 'revert',
    });
  });

  test('are as the procedure has them where the policy is silent', () => {
    expect(terms({})).toMatchObject({
      gate: { convergenceDeadlineMs: 60_000, healthDropMaxPercent: 0, minSoakMs: 30_000 },
      onFailedGate: 'pause',
    });
  });

  test('have the failure domains of the directors, from the field or from a label', () => {
    const racked = (name: string, last: number, rack: string) =>
      edited(node(name, last, 100), { failureDomain: rack });
    const racks = fleetWith([racked('lb1', 11, 'r1'), racked('lb2', 12, 'r2')]);
    expect(terms({}, racks).failureDomains).toEqual({ lb1: 'r1', lb2: 'r2' });
    expect(terms({ failureDomainKey: 'power' }, racks).failureDomains).toEqual({});
  });

  test('go with the newest generation, and there are none without a policy', () => {
    const newest = { cluster: 'edge', generation: 4, root: 'r', revision: 2, parent: 3 };
    const spec = specOf([...FLEET.filter(({ kind }) => kind !== 'Cluster'), OWN, POLICY]);
    const policy = { name: 'careful', spec: rolloutPolicySpec.parse(POLICY.spec) };
    expect(rolloutInput(spec, { newest, policy }, alice, true)).toMatchObject({
      target: { cluster: 'edge', generation: 4, digest: 'r' },
      now: true,
      origin: alice,
    });
    expect(rolloutInput(spec, { newest, policy: undefined }, alice, true)).toBeUndefined();
  });
});

describe('windows', () => {
  const { windows } = rolloutPolicySpec.parse({
    ...POLICY.spec,
    windows: [
      { days: ['mon', 'fri'], start: '09:00', end: '16:00', timeZone: 'Europe/Berlin' },
      { days: ['sun'], start: '23:00', end: '01:30', timeZone: 'America/New_York' },
    ],
  });
  test.each([
    ['a Friday in winter, at nine there', '2026-11-20T08:00:00Z', undefined],
    ['a minute before', '2026-11-20T07:59:00Z', '2026-11-20T08:00:00Z'],
    ['a Friday in summer, at nine there', '2026-07-17T07:00:00Z', undefined],
    ['its end is outside', '2026-11-20T15:00:00Z', '2026-11-23T04:00:00Z'],
    ['a Sunday night', '2026-11-23T04:00:00Z', undefined],
    ['after midnight it is still that Sunday', '2026-11-23T06:29:00Z', undefined],
    ['until its end', '2026-11-23T06:30:00Z', '2026-11-23T08:00:00Z'],
    ['over the change of the clock', '2026-03-27T15:00:00Z', '2026-03-30T03:00:00Z'],
  ])('%s', (_, time, opensAt) => {
    const state = windowState(windows, Date.parse(time));
    const opens = state.isOpen ? undefined : new Date(state.opensAtMs).toISOString();
    expect(opens?.replace('.000Z', 'Z')).toBe(opensAt);
  });

  test('none are always open', () => {
    expect(windowState([], 0)).toEqual({ isOpen: true });
  });
});

describe('the cause of a generation', () => {
  const spec = specOf([...FLEET, edited(CLUSTER, {})].slice(0, FLEET.length));
  const event = (seq: number, documents: readonly Document[], origin: Partial<Origin>) => {
    const body = {
      type: 'ConfigChanged' as const,
      changes: changesOf(EMPTY_SPEC, resourcesOf(documents)),
    };
    return { seq, body, origin: { ...alice, ...origin } } as ConfigEvent;
  };
  const FAR = { ...CLUSTER, name: 'core' };

  test('is whoever changed the cluster last, not who changed another one', () => {
    const events = [
      event(4, [WEB], { actor: 'bob' }),
      event(5, [FAR], { actor: 'eve', now: true }),
    ];
    const { origin, now } = causeOf('edge', events, spec);
    expect([origin.actor, now]).toEqual(['bob', false]);
    expect(causeOf('core', events, spec)).toMatchObject({ origin: { actor: 'eve' }, now: true });
  });

  test('stays urgent when a change that is not comes on top', () => {
    const events = [
      event(4, [WEB], { now: true, overridesFreezes: true }),
      event(5, [WEB], { actor: 'bob' }),
    ];
    expect(causeOf('edge', events, spec)).toMatchObject({
      ...{ origin: { actor: 'bob' }, now: true, overridesBefore: 4 },
    });
  });

  test('is the controller when the events are gone', () => {
    expect(causeOf('edge', [], spec)).toMatchObject({ origin: { channel: 'system' }, now: false });
  });
});

describe('an emergency', () => {
  const spec = (allowed: boolean) =>
    specOf([...fleetWith([OWN]), edited(POLICY, { isNowAllowed: allowed })]);

  test('is kept in the origin, where its reason shows it', () => {
    const origin = emergencyOrigin(alice, spec(true), ['edge']);
    expect(origin).toEqual({
      ...alice,
      now: true,
      reason: 'test [now: no windows, waves or gates]',
    });
  });

  test('needs a reason and a policy that allows it', () => {
    const mute = { ...alice, reason: ' ' };
    expect(() => emergencyOrigin(mute, spec(true), [])).toThrow(/needs a reason/);
    expect(() => emergencyOrigin(alice, spec(false), ['edge'])).toThrow(
      'RolloutPolicy careful of cluster edge does not allow now',
    );
    expect(emergencyOrigin(alice, specOf(FLEET), ['edge']).now).toBe(true);
  });
});

describe('a preview', () => {
  const planned = (documents: readonly Document[], before: readonly Document[], now = false) => {
    const spec = specOf(before);
    const changes = changesOf(spec, resourcesOf(documents));
    const nodes = ['lb1', 'lb2'].map((name) => ({
      node: name,
      cluster: 'edge',
      services: ['web'],
    }));
    return plannedRollouts({ spec, changes, nodes, now, nowMs: 0 });
  };
  const change = edited(WEB, { scheduler: 'wrr' });
  const staged = [...fleetWith([OWN]), POLICY];

  test('names the policy and the waves that would carry the change', () => {
    expect(planned([change], staged)).toEqual([
      { cluster: 'edge', policy: 'careful', waves: [1, 1], now: false, waitsFor: '' },
    ]);
  });

  test('says what would hold it back, and that now goes past that', () => {
    const windows = [{ days: ['sun'], start: '01:00', end: '02:00', timeZone: 'UTC' }];
    const policy = edited(POLICY, { windows, isNowAllowed: true });
    const [waits] = planned([change], [...fleetWith([OWN]), policy]);
    expect(waits?.waitsFor).toContain('no window of RolloutPolicy careful is open');
    const [urgent] = planned([change], [...fleetWith([OWN]), policy], true);
    expect(urgent).toMatchObject({ now: true, waves: [2], waitsFor: '' });
  });

  test('goes by the policy as it would be after the change; none for a new cluster', () => {
    expect(planned([OWN, POLICY, change], FLEET)).toHaveLength(1);
    expect(planned([CLUSTER, change], staged)).toEqual([]);
    expect(planned(staged, [])).toEqual([]);
  });
});
