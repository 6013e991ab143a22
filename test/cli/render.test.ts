import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ApiRefusal } from '../../cli/api-refusal.ts';
import { applyText, planText } from '../../cli/render/changes.ts';
import { connsText } from '../../cli/render/conns.ts';
import { drainEndText, drainLine, drainText } from '../../cli/render/drain.ts';
import { bodyText, eventText } from '../../cli/render/events.ts';
import { fleetText, healthText } from '../../cli/render/fleet-status.ts';
import { historyText } from '../../cli/render/history.ts';
import { nodesText, nodeText } from '../../cli/render/nodes.ts';
import { errorText } from '../../cli/render/problems.ts';
import { descriptionText, resourcesText } from '../../cli/render/resources.ts';
import { valueText } from '../../cli/render/values.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeEventBody } from '../../schemas/events.ts';
import { NOW_MS } from './run-cli.ts';
import {
  APPLIED,
  CONNS,
  DRAIN,
  HEALTH,
  HISTORY,
  NO_CHANGE,
  NODES,
  PLAN,
  RESOURCES,
  ROLLOUT_VIEW,
  vrrpEvent,
} from './samples.ts';

const FLEET = { health: HEALTH, nodes: NODES, rollouts: [], freezes: [] };
const plain = pc.createColors(false);
const lines = (text: string) => text.split('\n');

test('a plan reads like a diff, with the directors it touches', () => {
  expect(lines(planText(PLAN, plain))).toEqual([
    '~ VirtualService/web (change)',
    '    ~ realServers[10.98.0.22:80].weight: 2 -> 3',
    '    + vips[10.99.0.101]',
    '    - realServers[10.98.0.23:80]: {address: 10.98.0.23}',
    '',
    '+ RealServer/r3 (create)',
    '    + weight: 1',
    '',
    'Directors that change:',
    '  lb1 (edge): web',
    '  lb2 (edge): no service, only the director itself',
    '',
    'Warnings:',
    '  stored VirtualService/web spec.healthCheck W_NO_HEALTH_CHECK the service has no health check',
    '    hint: add one',
    '',
    'Plan: 1 to create, 1 to change, 0 to delete, 4 unchanged (revision 11).',
  ]);
});

test('a plan of nothing says so', () => {
  expect(planText(NO_CHANGE, plain)).toBe(
    'Nothing to change: 6 resources are as declared (revision 11).',
  );
});

test('an apply says at which revision the fleet is', () => {
  expect(lines(applyText(APPLIED, plain)).at(-1)).toBe(
    'Applied: 1 created, 1 changed, 0 deleted. The fleet is at revision 12.',
  );
  expect(applyText({ ...NO_CHANGE, changed: false, eventId: '' }, plain)).toContain('Nothing');
});

test('colours mark what comes and what goes, and only where they are wanted', () => {
  const colours = pc.createColors(true);
  expect(planText(PLAN, colours)).toContain(colours.green('+ vips[10.99.0.101]'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is the point
  expect(planText(PLAN, plain)).not.toMatch(/\u001b/);
});

test('history has a head for each revision', () => {
  expect(lines(historyText(HISTORY, 'whole', plain))).toEqual([
    'revision 12  2026-11-21 12:00:00Z  alice via cli: more weight',
    '  ~ VirtualService/web (change)',
    '      ~ realServers[10.98.0.22:80].weight: 2 -> 3',
    '',
    'revision 3  2026-11-21 11:59:00Z  bob via api',
    '  + Node/lb1 (create)',
  ]);
});

test('what is created stands in columns, without what is empty, and in a brief history without fields', () => {
  const [made] = HISTORY.slice(-1).map((entry) => ({
    ...entry,
    changes: [
      { path: 'spec.cluster', to: '"edge"' },
      { path: 'spec.managementAddress', to: '"10.97.0.11"' },
      { path: 'spec.bonds', to: '[]' },
      { path: 'spec.note', to: '"a: b"' },
      { path: 'spec.interfaces[f0]', to: '{"name":"f0","addresses":["10.99.0.11/24"],"mtu":null}' },
      { path: 'spec.enabled', to: '"true"' },
      { path: 'spec.waves[{"count":1}]', to: '{"count":1}' },
    ],
  }));
  const entries = made === undefined ? [] : [made];
  expect(lines(historyText(entries, 'whole', plain)).slice(1)).toEqual([
    '  + Node/lb1 (create)',
    '      + cluster:           edge',
    '      + managementAddress: 10.97.0.11',
    '      + note:              "a: b"',
    '      + interfaces[f0]:    {name: f0, addresses: [10.99.0.11/24], mtu: null}',
    '      + enabled:           "true"',
    '      + waves[{count: 1}]',
  ]);
  expect(lines(historyText(entries, 'brief', plain)).slice(1)).toEqual(['  + Node/lb1 (create)']);
});

test.each(['"wrr"', '10', '"10"', '"yes"', '""', '"a b"', '[1,{"a":"b"}]', '"fd00::1"', 'null'])(
  'the value %s is YAML that means it',
  (json) => {
    expect(parse(valueText(json))).toEqual(JSON.parse(json));
  },
);

test('resources are a table', () => {
  const [head, web] = lines(resourcesText(RESOURCES.resources, plain));
  expect(head).toMatch(/^RESOURCE +CLUSTER +WHAT +GENERATION +REVISION$/);
  expect(web).toMatch(
    /^VirtualService\/web +edge +tcp 10\.99\.0\.100:80 and 1 more, nat wrr, 1 real server +2 +12$/,
  );
});

test('a service is described with what the directors see of it', () => {
  const [stored] = RESOURCES.resources;
  if (stored === undefined) throw new Error('no sample');
  const text = descriptionText({ stored, history: [], nodes: NODES }, plain);
  expect(lines(text).slice(-4)).toEqual([
    'Seen on the directors:',
    '  lb1: 1 of 2 real servers up, 17 connections, holds 10.99.0.100',
    '    10.98.0.22:80 is down: connection refused',
    '  lb2: nothing is known (unknown)',
  ]);
});

test('a cluster is described with its directors', () => {
  const [first] = RESOURCES.resources;
  if (first === undefined) throw new Error('no sample');
  const cluster = {
    ...{ apiVersion: 'sluice/v1' as const, kind: 'Cluster' as const, metadata: { name: 'edge' } },
    spec: { dataplane: 'nft' as const, highAvailability: 'vrrp' as const },
  };
  const stored = { ...first, resource: cluster };
  const text = descriptionText({ stored, history: [], nodes: NODES }, plain);
  expect(lines(text).slice(-3)).toEqual([
    'Seen on the directors:',
    '  lb1: fresh, active, generation 7, converged, front4 master',
    '  lb2: unknown, drained',
  ]);
});

test('directors are a table, a director is a page', () => {
  const table = lines(nodesText(NODES, plain));
  expect(table[1]).toMatch(
    /^lb1 +edge +fresh +active +7 \/ 7 +converged +front4 master +1\/2 +17$/,
  );
  expect(table[2]).toMatch(/^lb2 +edge +unknown +drained +- \/ 7 +- +- +- +-$/);
  const [lb1, lb2] = NODES;
  if (lb1 === undefined || lb2 === undefined) throw new Error('no sample');
  const page = nodeText(lb1, NOW_MS, plain);
  expect(page).toContain('applied       generation 7 (abcdef012345)');
  expect(page).toContain('heard of      500 ms ago');
  expect(page).toContain('  10.98.0.22:80 of tcp/10.99.0.100:80: down (connection refused)');
  expect(nodeText(lb2, NOW_MS, plain)).toContain('contact      unknown');
});

test('an address that two elected directors hold at once is cried out', () => {
  const [lb1] = NODES;
  const twin = { ...lb1, node: 'lb2' } as (typeof NODES)[number];
  expect(fleetText(FLEET, NOW_MS, plain)).toContain('  10.99.0.100 on lb1');
  expect(fleetText({ ...FLEET, nodes: [...NODES.slice(0, 1), twin] }, NOW_MS, plain)).toContain(
    '  10.99.0.100 on lb1 and lb2 AT ONCE',
  );
});

test('the keeper of the store says how full it is, and what is wrong', () => {
  const sizes = { dbBytes: 1_300_000_000, quotaBytes: 2_000_000_000 };
  const alarms = [{ kind: 'fill60' as const, message: 'etcd is more than 60 % full' }];
  const keeper = { timeMs: NOW_MS, archivedTo: 90, trimmedTo: 40, ...sizes, alarms };
  expect(lines(healthText({ ...HEALTH, keeper }, plain)).slice(1)).toEqual([
    'etcd 65 % full, archived to event 90, trimmed to 40',
    '  store: etcd is more than 60 % full',
  ]);
});

test('what is frozen or goes out is on the screen of the fleet', () => {
  const until = '2026-11-21T13:00:00.000Z';
  const spec = { scope: 'cluster' as const, cluster: 'edge', who: 'bob', reason: 'sales', until };
  const freeze = { apiVersion: 'sluice/v1' as const, kind: 'Freeze' as const, spec };
  const freezes = [{ ...freeze, metadata: { name: 'f' } }];
  const rollouts = [ROLLOUT_VIEW, { cluster: 'west', behind: [] }];
  const text = fleetText({ ...FLEET, freezes, rollouts }, NOW_MS, plain);
  expect(text).toContain('Frozen:\n  cluster edge by bob until 2026-11-21 13:00:00Z: sales');
  expect(text).toContain('Rollouts:\n  edge: generation 7 moving, wave 2/3');
  expect(text).not.toContain('west');
});

test('connections show both sides, brackets around IPv6, and who did not answer', () => {
  const [, first, , ...foot] = lines(connsText(CONNS, plain));
  expect(first).toMatch(
    /^lb1 +tcp +\[fd00::7\]:41000 +\[fd99::100\]:80 +\[fd98::101\]:1025 +\[fd98::21\]:80 +ESTABLISHED +86s +12 +3400$/,
  );
  expect(foot).toEqual(['lb1: 1 of 40 shown', 'lb2: E_NODE_SILENT lb2 does not answer']);
});

test('an echo has identifiers, and a translated connection its zone', () => {
  const echo = {
    ...{ protocol: 'icmp' as const, state: '', timeoutS: 9, packets: 2, bytes: 168 },
    client: { address: '10.1.0.5', port: 77 },
    vip: { address: '192.0.2.1', port: 0 },
    local: { address: '198.51.100.7', port: 1024 },
    realServer: { address: '192.0.2.1', port: 0 },
    zone: 'office/default',
  };
  const [served] = CONNS.nodes[0]?.connections ?? [];
  const connections = served === undefined ? [] : [echo, served];
  const text = connsText({ nodes: [{ node: 'gw1', total: 2, connections }] }, plain);
  const [head, first, second] = lines(text);
  expect(head).toMatch(/REAL SERVER +ZONE +STATE/);
  expect(first).toMatch(
    /^gw1 +icmp +10\.1\.0\.5 id 77 +192\.0\.2\.1 +198\.51\.100\.7 id 1024 +192\.0\.2\.1 +office\/default +- +9s/,
  );
  expect(second).toMatch(/\[fd98::21\]:80 +- +ESTABLISHED/);
});

test('an event is one line', () => {
  expect(eventText(vrrpEvent(1), plain)).toBe(
    '2026-11-21 12:00:00Z  lb1      VrrpTransition    front4: backup -> master, priority 150 [generation 7]',
  );
});

test.each<[NodeEventBody, string]>([
  [{ type: 'AgentStopped' }, 'agent stopped; the kernel goes on forwarding'],
  [
    {
      type: 'HealthChanged',
      service: 'tcp/1:80',
      name: 'web',
      realServer: 'a:80',
      from: 'up',
      to: 'down',
      reason: 'status 502',
    },
    'a:80 of web: up -> down (status 502)',
  ],
  [{ type: 'PlanApplied', ops: 3, durationMs: 12.6 }, '3 ops in 13 ms'],
  [{ type: 'PlanRefused', code: 'E_PLAN_STALE', message: 'older' }, 'E_PLAN_STALE older'],
  [{ type: 'AdminStateSeen', from: 'active', to: 'draining' }, 'active -> draining'],
  [
    { type: 'AddressesReleased', addresses: ['a', 'b'], reason: 'keepalived died' },
    'a, b: keepalived died',
  ],
  [{ type: 'EventsLost', count: 2, reason: 'disk full' }, '2 lost: disk full'],
  [{ type: 'StoreAlarm', kind: 'fill60', isRaised: false, message: 'm' }, 'over: m'],
])('%o says what happened', (body, text) => {
  expect(bodyText(body)).toBe(text);
});

describe('a drain', () => {
  test('says where it is and what it waits for', () => {
    expect(drainLine(DRAIN, NOW_MS)).toBe(
      'drain lb1: waiting, 12 of 340 connections still moving, 4 m 10 s to the deadline, ' +
        'waits for: 12 connections that still move',
    );
  });

  test.each([
    [
      'done',
      '',
      ['drain of lb1 done', '  mastership moved to lb2 in 412 ms', '  connections lost: 0'],
    ],
    [
      'refused',
      'lb2 is down',
      [
        'drain of lb1 refused: nothing was changed (lb2 is down)',
        '  mastership moved to lb2 in 412 ms',
      ],
    ],
  ] as const)('that is %s says so', (phase, reason, wanted) => {
    expect(lines(drainEndText({ ...DRAIN, phase, reason }, plain))).toEqual(wanted);
  });

  test('lists its steps', () => {
    expect(lines(drainText(DRAIN, NOW_MS, plain)).at(-1)).toBe(
      '  2026-11-21 11:59:51Z  lb2 is master',
    );
  });
});

describe('an error', () => {
  test('has its code, the chain of causes, and a hint', () => {
    const cause = new Error('ENOENT');
    const error = new FleetError('E_API_AWAY', 'no answer', { hint: 'start it', cause });
    expect(lines(errorText(error, plain))).toEqual([
      'E_API_AWAY no answer: ENOENT',
      '  hint: start it',
    ]);
  });

  test('of wrong input lists every problem with its place', () => {
    const problems = [
      {
        code: 'E_RANGE',
        severity: 'error' as const,
        message: 'too big',
        hint: 'at most 9',
        file: 'a.yaml',
        line: 3,
        column: 7,
      },
    ];
    const error = new ApiRefusal({ code: 'E_INVALID', message: '1 error', hint: '', problems });
    expect(lines(errorText(error, plain))).toEqual([
      'E_INVALID 1 error',
      '  a.yaml:3:7 E_RANGE too big',
      '    hint: at most 9',
    ]);
  });

  test('that nobody foresaw is called a defect', () => {
    expect(errorText(new TypeError('x is undefined'), plain)).toBe('E_INTERNAL x is undefined');
  });
});
