/** Laws of the three-way view: nothing where nothing differs, an entry for all that a round does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffDataplane } from '../../dataplane/diff.ts';
import {
  type Made,
  seenContents,
  wantedContents,
} from '../../node-agent/drift/director-contents.ts';
import { type DirectorContents, repairText, threeWay } from '../../node-agent/drift/three-way.ts';
import { desiredService } from '../../node-agent/reconcile/desired.ts';
import type { DataplaneService, Op } from '../../schemas/dataplane.ts';
import { realServerKey } from '../../schemas/names.ts';
import type { VrrpState } from '../../schemas/status.ts';
import { services } from '../dataplane/service-arbitraries.ts';
import { zones } from '../dataplane/zone-arbitraries.ts';
import { nodeObject } from './plans.ts';

const contents: fc.Arbitrary<DirectorContents> = fc.record({
  services,
  zones,
  addresses: fc
    .subarray(['10.0.0.1/32 dev lo', '10.0.0.2/32 dev f0', 'fd00::1/128 dev f0'])
    .map((list) => new Set(list)),
  vrrp: fc
    .dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('priority 1', 'priority 100'))
    .map((words) => new Map(Object.entries(words))),
});

/** What an op is about, in the words of an entry. */
function aboutOf(op: Op): string {
  if ('zone' in op) return `zone ${op.zone.key}`;
  if (op.kind === 'moveZone' || op.kind === 'removeZone') return `zone ${op.key}`;
  if (op.kind === 'addService') return `service ${op.service.key}`;
  if ('realServer' in op) {
    const server = op.realServer;
    return `realServer ${typeof server === 'string' ? server : realServerKey(server)} ${op.key}`;
  }
  return 'address' in op ? `localAddress ${op.address} ${op.key}` : `service ${op.key}`;
}

describe('desired, last applied and observed', () => {
  test('say nothing when the director is as it is to be, whatever was applied before', () => {
    fc.assert(
      fc.property(contents, contents, (wanted, earlier) => {
        expect(threeWay(wanted, earlier, wanted)).toEqual([]);
      }),
    );
  });

  test('name all that the next round does, and nothing of the dataplane besides', () => {
    fc.assert(
      fc.property(contents, contents, contents, (desired, applied, observed) => {
        const entries = threeWay(desired, applied, observed)
          .filter(({ what }) => what !== 'address' && what !== 'vrrp')
          .map(({ what, subject, of }) => `${what} ${subject} ${of}`.trim());
        const ops = diffDataplane(desired, observed).map(aboutOf);
        expect([...entries].sort()).toEqual([...new Set(ops)].sort());
      }),
    );
  });

  test('blame the plan for what was applied, and a hand for what was not', () => {
    fc.assert(
      fc.property(contents, contents, (one, other) => {
        const kinds = (...sides: Parameters<typeof threeWay>) =>
          new Set(threeWay(...sides).map(({ kind }) => kind));
        expect(kinds(one, other, other)).not.toContain('drifted');
        expect(kinds(one, one, other)).not.toContain('pending');
      }),
    );
  });

  test('put what drifted before what is pending', () => {
    fc.assert(
      fc.property(contents, contents, contents, (desired, applied, observed) => {
        const kinds = threeWay(desired, applied, observed).map(({ kind }) => kind);
        expect(kinds).toEqual([...kinds].sort());
      }),
    );
  });
});

const web: DataplaneService = {
  ...{ key: 'tcp/10.0.0.1:80', name: 'web', address: '10.0.0.1', port: 80, protocol: 'tcp' },
  ...{ scheduler: 'wrr', forwarding: 'fullnat', localAddresses: ['10.2.0.1'] },
  realServers: [
    { address: '10.1.0.1', port: 80, weight: 1 },
    { address: '10.1.0.2', port: 80, weight: 2 },
  ],
};
const plain = (one: DataplaneService): DirectorContents => ({
  ...{ services: new Map([[one.key, one]]), zones: [] },
  ...{ addresses: new Set<string>(), vrrp: new Map<string, string>() },
});
const weighing = (weight: number): DataplaneService => ({
  ...web,
  realServers: web.realServers.map((server, i) => (i === 0 ? { ...server, weight } : server)),
});

describe('in words', () => {
  test('a weight that somebody set by hand says all three sides', () => {
    const entries = threeWay(plain(weighing(3)), plain(web), plain(weighing(5)));
    expect(entries).toEqual([
      {
        ...{ kind: 'drifted', what: 'realServer', subject: '10.1.0.1:80', of: web.key },
        ...{ desired: 'weight 3', applied: 'weight 1', observed: 'weight 5' },
      },
    ]);
    expect(entries.map(repairText)).toEqual([
      'real server 10.1.0.1:80 in tcp/10.0.0.1:80: weight 5, again weight 3',
    ]);
  });

  test('entries that were edited by hand are called so', () => {
    const [entry] = threeWay(plain(web), plain(web), plain({ ...web, name: '' }));
    expect(entry).toMatchObject({ what: 'service', observed: 'edited by hand' });
  });

  test('a weight that health set is no drift', () => {
    const down = new Set([realServerKey({ address: '10.1.0.1', port: 80 })]);
    const { localAddresses, realServers } = web;
    const plan = { ...web, localAddresses: [...localAddresses], realServers: [...realServers] };
    const judged = desiredService({ ...plan, onFailure: 'quiesce' }, down);
    expect(judged.realServers.map(({ weight }) => weight)).toEqual([0, 2]);
    expect(threeWay(plain(judged), plain(judged), plain(judged))).toEqual([]);
  });
});

describe('addresses', () => {
  const made: Made = {
    contents: { services: new Map(), zones: [] },
    node: {
      ...nodeObject(),
      vrrp: [
        {
          ...{ name: 'front', interface: 'f0', virtualRouterId: 51, family: 'ipv4' },
          ...{ advertIntervalMs: 100, priority: 150 },
          addresses: [
            { address: '10.0.0.1/32', interface: 'f0' },
            { address: '10.2.0.1/32', interface: 'bk0' },
          ],
        },
      ],
      staticAddresses: [{ address: '10.0.0.9/32', interface: 'lo' }],
    },
    adminState: 'active',
  };
  const election = (state: VrrpState) => ({
    instances: made.node.vrrp.map(({ name, priority }) => ({
      ...{ instance: name, state, priority, sinceMs: 0, masterDownMs: 1 },
    })),
    ownedAddresses: [],
  });
  const look = (state: VrrpState, links: readonly { address: string; interface: string }[]) => {
    const wanted = wantedContents(made, election(state));
    const seen = seenContents(made.contents, links, election(state), [made]);
    return threeWay(wanted, wanted, seen);
  };
  const carried = made.node.vrrp.flatMap(({ addresses }) => addresses);

  test('of VRRP belong on the master and on nobody else', () => {
    const fixed = made.node.staticAddresses;
    expect(carried.length).toBeGreaterThan(0);
    expect(look('master', [...fixed, ...carried])).toEqual([]);
    expect(look('backup', fixed)).toEqual([]);
    expect(look('master', fixed).map(({ what, observed }) => `${what} ${observed}`)).toEqual(
      carried.map(() => 'address '),
    );
    expect(look('backup', [...fixed, ...carried])).toHaveLength(carried.length);
  });

  test('that are to stay are missed; those that nobody asked for are not looked at', () => {
    const other = { address: '192.0.2.1/24', interface: 'f0' };
    expect(look('backup', [other])).toMatchObject([
      { kind: 'drifted', what: 'address', subject: '10.0.0.9/32', of: 'lo' },
    ]);
  });

  test('keepalived that does not run is drift of its instances', () => {
    const entries = look('down', made.node.staticAddresses);
    expect(entries.map(({ what, observed }) => `${what} ${observed}`)).toEqual(
      made.node.vrrp.map(() => 'vrrp not running'),
    );
  });
});
