import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { anyResources } from './arbitraries.ts';

const parse = (text: string) => parseFiles([{ name: 'f.yaml', text }]);
const listed = (text: string) =>
  parse(text).problems.map(
    ({ line, column, code, message, hint }) => `${line}:${column} ${code} ${message} (${hint})`,
  );

const service = (spec: string) =>
  `apiVersion: sluice/v1\nkind: VirtualService\nmetadata:\n  name: web\nspec:\n${spec}`;
const GOOD = '  cluster: edge\n  vips: [10.0.0.1]\n  ports: [80]\n  forwarding: nat\n';

const TABLE: readonly (readonly [what: string, text: string, problem: string | RegExp])[] = [
  [
    'an unknown key, with the nearest known one',
    service(`${GOOD}  sheduler: rr\n`),
    '10:3 E_UNKNOWN_KEY there is no key sheduler in spec (did you mean scheduler?)',
  ],
  [
    'a known key in the wrong place, with the right one',
    service(`${GOOD}  healthCheck:\n    type: http\n    path: /\n`),
    '12:5 E_UNKNOWN_KEY there is no key path in spec.healthCheck (path belongs under spec.healthCheck.http)',
  ],
  [
    'an unknown key of the metadata',
    service(GOOD).replace('name: web', 'name: web\n  owner: me'),
    '5:3 E_UNKNOWN_KEY there is no key owner in metadata (known here: name, labels)',
  ],
  [
    'a missing field, with where it belongs and its words',
    service('  cluster: edge\n  vips: [10.0.0.1]\n  ports: [80]\n'),
    '5:1 E_REQUIRED spec.forwarding is missing (add forwarding to spec of VirtualService/web, one of: nat, dr, tun, fullnat)',
  ],
  [
    'a missing spec',
    'apiVersion: sluice/v1\nkind: Cluster\nmetadata: { name: a }\n',
    /^1:1 E_REQUIRED spec is missing \(add spec to the top of Cluster\/a \(a map\)\)$/,
  ],
  [
    'an unknown word, with the nearest and all allowed ones',
    service(`${GOOD}  protocol: tpc\n`),
    '10:13 E_ENUM spec.protocol cannot be "tpc" (did you mean tcp? allowed: tcp, udp)',
  ],
  [
    'a number out of range, with the range',
    service(GOOD.replace('[80]', '[80, 70000]')),
    '8:15 E_RANGE spec.ports[1] is 70000; at most 65535 (allowed: 1 to 65535)',
  ],
  [
    'a fraction where a whole number is needed',
    service(GOOD.replace('[80]', '[80.5]')),
    '8:11 E_TYPE spec.ports[0] must be a whole number, not 80.5 ()',
  ],
  [
    'a number in quotes',
    service(GOOD.replace('[80]', '["80"]')),
    '8:11 E_TYPE spec.ports[0] must be a number, not "80" (remove the quotes)',
  ],
  [
    'a single value where a list is needed',
    service(GOOD.replace('[80]', '80')),
    '8:10 E_TYPE spec.ports must be a list, not 80 (write it as a list: [80])',
  ],
  [
    'a name that YAML reads as a number',
    service(GOOD).replace('name: web', 'name: 007'),
    '4:9 E_TYPE metadata.name must be text, not 7 (put it in quotes: "7")',
  ],
  [
    'a key without a value',
    service(`${GOOD}  realServers:\n`),
    '10:3 E_TYPE spec.realServers must be a list, not empty (the key has no value: give it one, or remove the key)',
  ],
  [
    'an empty list where one item is needed',
    service(GOOD.replace('[80]', '[]')),
    '8:3 E_REQUIRED spec.ports is missing (add ports to spec, or a fwmark instead of both)',
  ],
  [
    'an address that is none',
    service(GOOD.replace('10.0.0.1', '10.0.0.256')),
    '7:10 E_ADDRESS spec.vips[0]: "10.0.0.256" is not an IP address (write it like 192.0.2.10 or 2001:db8::10)',
  ],
  [
    'a prefix where an address is needed',
    service(GOOD.replace('10.0.0.1', '10.0.0.1/32')),
    '7:10 E_ADDRESS spec.vips[0]: "10.0.0.1/32" is not an IP address (leave the prefix length out)',
  ],
  [
    'a prefix longer than its family has bits',
    'apiVersion: sluice/v1\nkind: Node\nmetadata: { name: a }\nspec:\n  cluster: edge\n  managementAddress: 10.0.0.1\n  interfaces: [{ name: f0, addresses: [10.0.0.1/33] }]\n',
    /^7:40 E_CIDR .*"10.0.0.1\/33" is not an address with a prefix length/,
  ],
  [
    'a name with a capital letter',
    service(GOOD).replace('name: web', 'name: Web'),
    /^4:9 E_NAME metadata.name: "Web" is not a name/,
  ],
  [
    'a wrong name as a key of a map',
    'apiVersion: sluice/v1\nkind: LocalAddressPool\nmetadata: { name: a }\nspec:\n  cluster: edge\n  interface: f0\n  perNode:\n    LB1: [10.0.0.1]\n',
    /^8:5 E_NAME spec.perNode.LB1: "LB1" is not a name/,
  ],
  [
    'a text of the wrong form',
    'apiVersion: sluice/v1\nkind: VrrpInstance\nmetadata: { name: a }\nspec: { cluster: edge, virtualRouterId: 1, interface: "f 0" }\n',
    /^4:55 E_FORMAT spec.interface: "f 0" is not an interface name/,
  ],
  [
    'a text without its prefix',
    service(`${GOOD}  healthCheck: { type: http, http: { path: x } }\n`),
    '10:44 E_FORMAT spec.healthCheck.http.path: "x" has the wrong form (start it with "/")',
  ],
  [
    'a number that is no multiple',
    'apiVersion: sluice/v1\nkind: VrrpInstance\nmetadata: { name: a }\nspec: { cluster: edge, virtualRouterId: 1, interface: f0, advertIntervalMs: 305 }\n',
    '4:77 E_RANGE spec.advertIntervalMs is 305, which is not a multiple of 10 (write 300 or 310)',
  ],
  [
    'a health check that contradicts itself',
    service(`${GOOD}  healthCheck: { type: tcp, http: {} }\n`),
    /^10:29 E_HEALTH_CHECK spec.healthCheck.http: http options on a tcp check \(write type: http/,
  ],
  [
    'an unknown kind',
    'kind: Nod\n',
    /^1:7 E_KIND there is no kind "Nod" \(did you mean Node\? kinds/,
  ],
  ['a missing kind', 'a: 1\n', /^1:1 E_KIND kind is missing \(kinds: Cluster/],
  ['a document that is a list', '- a\n', /^1:1 E_KIND the document is no resource/],
  [
    'a newer apiVersion',
    service(GOOD).replace('v1', 'v2'),
    '1:13 E_KIND apiVersion cannot be "sluice/v2" (did you mean sluice/v1? allowed: sluice/v1)',
  ],
  ['a key that stands twice', 'kind: A\nkind: A\n', /^2:1 E_YAML the key kind stands twice/],
  ['a tab for indentation', 'a:\n\tb: 1\n', /^2:1 E_YAML Tabs are not allowed/],
  ['a bracket that is not closed', 'a: [1\n', /^2:1 E_YAML Flow sequence/],
  ['an alias to nothing', 'a: *b\n', /^1:4 E_YAML no anchor &b before/],
  [
    'a key that JavaScript would swallow',
    '__proto__: 1\n',
    /^1:1 E_YAML __proto__ cannot be a key/,
  ],
  ['a text of many brackets', '['.repeat(100_000), /^1:\d+ E_YAML the text is nested too deeply/],
  [
    'aliases that expand without end',
    `a0: &a0 x\n${Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}`,
    /^1:1 E_YAML Excessive alias count/,
  ],
  [
    'a resource that is declared twice, with the first place',
    `${service(GOOD)}---\n${service(GOOD)}`,
    '14:9 E_DUPLICATE VirtualService/web is declared twice (the first is at f.yaml:4:9; rename or remove one)',
  ],
];

describe('a file is refused with its place for', () => {
  test.each(TABLE)('%s', (_, text, problem) => {
    const all = listed(text);
    const hits = all.filter((line) =>
      problem instanceof RegExp ? problem.test(line) : line === problem,
    );
    expect(hits, all.join('\n')).toHaveLength(1);
  });
});

test('all mistakes of all files and documents are listed in one run', () => {
  const { problems } = parseFiles([
    { name: 'a.yaml', text: `${service(`${GOOD}  x: 1\n`)}---\nkind: Nod\n` },
    { name: 'b.json', text: '{"kind": "Cluster", "metadata": {"name": "A"}}' },
  ]);
  expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'a.yaml:10 E_UNKNOWN_KEY',
    'a.yaml:12 E_KIND',
    'b.json:1 E_REQUIRED',
    'b.json:1 E_NAME',
    'b.json:1 E_REQUIRED',
  ]);
});

test('a resource with nothing wrong but an unknown key is checked further', () => {
  const { resources, broken } = parse(service(`${GOOD}  x: 1\n`));
  expect(resources.map(({ resource }) => resource.metadata.name)).toEqual(['web']);
  expect(broken).toEqual([]);
});

test('a resource that cannot be read is named as broken', () => {
  expect(parse(service('  x: 1\n')).broken).toEqual(['VirtualService/web']);
});

test('comments and empty documents are no resources', () => {
  expect(parse('# nothing\n---\n---\n# here\n')).toEqual({
    names: ['f.yaml'],
    resources: [],
    problems: [],
    broken: [],
  });
});

test('a path that is not there is located at its nearest ancestor', () => {
  const [web] = parse(service(GOOD)).resources;
  const at = (path: (string | number)[]) => {
    const { line, column } = web?.locate(path) ?? { line: 0, column: 0 };
    return `${line}:${column}`;
  };
  expect(at(['spec', 'vips', 0])).toBe('7:10');
  expect(at(['spec', 'vips', 7])).toBe('7:3');
  expect(at(['spec', 'healthCheck', 'http', 'path'])).toBe('5:1');
  expect(at([])).toBe('1:1');
});

test('a value behind an alias is located where the alias stands', () => {
  const text = service(GOOD.replace('[10.0.0.1]', '&v [10.0.0.1]').replace('[80]', '*v'));
  expect(listed(text)).toEqual(['7:13 E_TYPE spec.ports[0] must be a number, not "10.0.0.1" ()']);
});

test('whatever comes out of validation is read back as the same, from YAML and from JSON', () => {
  fc.assert(
    fc.property(anyResources, (resources) => {
      for (const write of [stringify, JSON.stringify]) {
        const text = resources.map((resource) => write(resource)).join('\n---\n');
        const parsed = parse(text);
        expect(parsed.problems).toEqual([]);
        expect(parsed.resources.map(({ resource }) => resource)).toEqual(resources);
      }
    }),
  );
});
