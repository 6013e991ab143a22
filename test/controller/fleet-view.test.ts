/** The fleet as it is: freshness by our own clock, the newest status of each agent's life. */
import { beforeEach, expect, test } from 'vitest';
import { createFleetView, type FleetView } from '../../controller/fleet/fleet-view.ts';
import { STATUS_FRESH_MS } from '../../schemas/limits.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import { EMPTY_SPEC, foldSpec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { sampleStatus } from '../bus/samples.ts';
import { FLEET, yamlOf } from '../schemas/fleet.ts';

const { resources } = validateFiles([{ name: 'fleet', text: yamlOf(FLEET) }]);
const spec = foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, resources));

let nowMs = 0;
let fleet: FleetView;
beforeEach(() => {
  nowMs = 1_000_000;
  fleet = createFleetView(() => nowMs);
});
const viewOf = (node: string) => fleet.nodes(spec).find((view) => view.node === node);

test('every declared director is there, by name, and what was never heard of is unknown', () => {
  expect(fleet.nodes(spec)).toEqual([
    { node: 'lb1', cluster: 'edge', contact: 'unknown', adminState: 'active' },
    { node: 'lb2', cluster: 'edge', contact: 'unknown', adminState: 'active' },
  ]);
});

test('a status is fresh for as long as the limit says, by the clock of who hears it', () => {
  fleet.onStatus(sampleStatus('lb1', { timeMs: 5 }));
  nowMs += STATUS_FRESH_MS;
  expect(viewOf('lb1')?.contact).toBe('fresh');
  nowMs += 1;
  expect(viewOf('lb1')).toMatchObject({ contact: 'silent', status: { timeMs: 5 } });
});

test('an older status of the same life changes nothing and refreshes nothing', () => {
  fleet.onStatus(sampleStatus('lb1', { timeMs: 20, eventsWaiting: 2 }));
  nowMs += STATUS_FRESH_MS + 1;
  fleet.onStatus(sampleStatus('lb1', { timeMs: 19, eventsWaiting: 1 }));
  expect(viewOf('lb1')).toMatchObject({ contact: 'silent', status: { eventsWaiting: 2 } });
  fleet.onStatus(sampleStatus('lb1', { timeMs: 20, eventsWaiting: 2 }));
  expect(viewOf('lb1')?.contact).toBe('fresh');
});

test('a new life of an agent is believed although its clock was set back', () => {
  fleet.onStatus(sampleStatus('lb1', { agentStartedAtMs: 900, timeMs: 950 }));
  fleet.onStatus(sampleStatus('lb1', { agentStartedAtMs: 100, timeMs: 101 }));
  expect(viewOf('lb1')?.status?.timeMs).toBe(101);
});

test('wanted and admin state come from the ref, and a director that nobody declared is left out', () => {
  const ref: NodeRef = {
    node: 'lb2',
    plan: { cluster: 'edge', generation: 4, digest: 'd' },
    nodeObject: 'n',
    adminState: 'drained',
    token: 3,
    revert: false,
    writtenAtMs: 1,
  };
  fleet.onRefs(new Map([['lb2', ref]]));
  fleet.onStatus(sampleStatus('stranger'));
  expect(viewOf('lb2')).toMatchObject({ adminState: 'drained', wanted: ref.plan });
  expect(fleet.nodes(spec).map(({ node }) => node)).toEqual(['lb1', 'lb2']);
  expect(fleet.status('stranger')?.node).toBe('stranger');
});
