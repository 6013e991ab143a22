import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Resource } from '../../schemas/resources/resource.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { crossCheck } from '../../schemas/validation/cross-check.ts';
import { storedResource } from '../../schemas/validation/located-resource.ts';
import type { Problem } from '../../schemas/validation/problem.ts';
import { validateFiles, validateRemoval } from '../../schemas/validation/validate.ts';
import { anyResources } from './arbitraries.ts';
import {
  type Document,
  document,
  edited,
  FLEET,
  LIPS,
  node,
  service,
  WEB,
  yamlOf,
} from './fleet.ts';

const files = (...documents: Document[]) => [{ name: 'f', text: yamlOf(documents) }];

function storedSpec(documents: readonly Document[]): Spec {
  const { resources } = validateFiles(files(...documents));
  return foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, resources));
}
const STORED = storedSpec(FLEET);

const said = (problems: ReturnType<typeof validateFiles>['problems']) =>
  problems.map(({ file, line, code, resource }) => `${file}:${line} ${code} ${resource}`);

function example(folder: string) {
  const root = new URL(`../../examples/${folder}/`, import.meta.url);
  return readdirSync(root)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }));
}

describe('examples', () => {
  test.each(['fullnat', 'fullnat6'])('%s validates without a word', (folder) => {
    const { resources, problems } = validateFiles(example(folder));
    expect(problems).toEqual([]);
    const kinds = new Set(resources.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'Cluster',
      'LocalAddressPool',
      'Node',
      'VirtualService',
      'VrrpInstance',
    ]);
  });

  test('both families side by side in one cluster validate as well', () => {
    const more = example('fullnat6').filter(({ name }) => !/cluster|nodes/.test(name));
    const both = [
      ...example('fullnat'),
      ...more.map((file) => ({ ...file, name: `6/${file.name}` })),
    ];
    expect(validateFiles(both).problems).toEqual([]);
  });

  test('the policies validate beside the fleet that they are for', () => {
    const files = [...example('fullnat'), ...example('policies')];
    expect(validateFiles(files).problems).toEqual([]);
  });

  test('the gateway stands alone, and goes over the fleet whose directors it has', () => {
    expect(validateFiles(example('snat')).problems).toEqual([]);
    const fleet = validateFiles(example('fullnat'));
    const stored = foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, fleet.resources));
    const { resources, problems } = validateFiles(example('snat'), stored);
    expect(problems).toEqual([]);
    const changed = changesOf(stored, resources).map(({ key }) => key);
    expect(changed.sort()).toEqual(['SnatGateway/out', 'VrrpInstance/front4']);
  });

  test('every mistake of the wrong files is listed in one run, with its place', () => {
    const { problems } = validateFiles(example('wrong'));
    expect(
      problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`),
    ).toEqual([
      'fleet.yaml:40:16 E_CIDR',
      'fleet.yaml:49:24 E_ADDRESS_TAKEN',
      'services.yaml:9:3 E_UNKNOWN_KEY',
      'services.yaml:20:1 E_LIP_MISSING',
      'services.yaml:22:10 E_VIP_TWICE',
      'services.yaml:36:11 E_RANGE',
      'services.yaml:48:21 E_LIP_MISSING',
    ]);
    expect(problems.every(({ message }) => message !== '')).toBe(true);
    expect(problems.every(({ hint }) => hint !== '')).toBe(true);
  });
});

describe('files over a stored fleet', () => {
  test('replace what has the same key', () => {
    const { resources, problems } = validateFiles(files(edited(WEB, { scheduler: 'rr' })), STORED);
    expect(problems).toEqual([]);
    expect(resources).toHaveLength(1);
  });

  test('may refer to what is stored', () => {
    const api = service('api', { ports: [443] });
    expect(validateFiles(files(api), STORED).problems).toEqual([]);
  });

  test('are to blame when they clash with what is stored', () => {
    const { problems } = validateFiles(files(service('api')), STORED);
    expect(said(problems)).toEqual(['f:1 E_VIP_TWICE VirtualService/api']);
    expect(problems[0]?.message).toContain('VirtualService/web (stored)');
  });

  test('answer for what they break in stored resources', () => {
    const fewer = edited(LIPS, { perNode: { lb1: ['10.98.0.101', 'fd98::101'] } });
    expect(said(validateFiles(files(fewer), STORED).problems)).toEqual([
      'stored:0 E_LIP_MISSING VirtualService/web',
      'stored:0 E_LIP_MISSING VirtualService/web6',
    ]);
  });

  test('answer for what goes missing by their change', () => {
    const away = document('VrrpInstance', 'front4', {
      cluster: 'other',
      interface: 'f0',
      virtualRouterId: 51,
    });
    const other = document('Cluster', 'other', { highAvailability: 'none' });
    expect(said(validateFiles(files(other, away), STORED).problems)).toEqual([
      'stored:0 E_VRRP_MISSING VirtualService/web',
      'stored:0 E_VRRP_MISSING LocalAddressPool/lips',
    ]);
  });

  test('do not answer for what was wrong before', () => {
    const broken = storedSpec([...FLEET, service('old', { cluster: 'gone', vips: ['10.99.0.7'] })]);
    expect(validateFiles(files(service('api', { ports: [443] })), broken).problems).toEqual([]);
  });

  test('that cannot be read are not the cause of what refers to them', () => {
    const unreadable = edited(LIPS, { perNode: 7 });
    expect(said(validateFiles(files(unreadable), STORED).problems)).toEqual([
      'f:1 E_TYPE LocalAddressPool/lips',
    ]);
  });
});

describe('a removal', () => {
  test('of what others name is a problem of those', () => {
    const problems = validateRemoval(STORED, 'LocalAddressPool/lips');
    expect(problems[0]?.hint).toBe('change or delete VirtualService/web first');
    expect(said(problems)).toEqual([
      'stored:0 E_REFERENCE VirtualService/web',
      'stored:0 E_REFERENCE VirtualService/web6',
    ]);
  });

  test('of what nobody names is none', () => {
    expect(validateRemoval(STORED, 'VirtualService/web')).toEqual([]);
  });
});

describe('laws', () => {
  const anyFile = fc.record({
    name: fc.constantFrom('a.yaml', 'b.yaml'),
    text: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'a',
            ':',
            ' ',
            '\n',
            '- ',
            '[',
            ']',
            '{',
            '}',
            '"',
            '*a',
            '&a ',
            '!',
            '|',
            '\t',
            '#',
            '---\n',
            'kind: Node\n',
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join('')),
      fc.json(),
    ),
  });

  test('validation of any text gives problems with a place, and never throws', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 3 }), (some) => {
        for (const { line, column } of validateFiles(some).problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('validation of a resource with one part torn out or replaced never throws', () => {
    const anyPart = fc.oneof(fc.constant(undefined), fc.anything({ maxDepth: 1 }));
    fc.assert(
      fc.property(anyResources, fc.nat(), anyPart, (resources, at, part) => {
        const torn = resources.map((resource) => tearOut(resource, at, part));
        const text = torn.map((value) => stringify(value, { strict: false })).join('\n---\n');
        for (const { line } of validateFiles([{ name: 'f', text }]).problems) {
          expect(line).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a fleet of any resources is checked without a throw, in file and in store', () => {
    fc.assert(
      fc.property(anyResources, (resources) => {
        const located = resources.map((resource) => storedResource(resource));
        for (const { file, line } of crossCheck(located))
          expect([file, line]).toEqual(['stored', 0]);
      }),
    );
  });
});

describe('scale', () => {
  const SERVICES = 10_000;
  const fleet = [
    ...FLEET.filter(({ kind }) => kind !== 'VirtualService'),
    ...Array.from({ length: SERVICES }, (_, i) =>
      service(`s${i}`, {
        vips: [`10.${100 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}`],
        realServers: Array.from({ length: 10 }, (_, k) => ({ address: `172.16.${k}.${i % 250}` })),
      }),
    ),
  ];

  /** Processor seconds, not wall-clock ones: other test files run at the same time. */
  function cpuSeconds(work: () => void): number {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  }
  let resources: Resource[] = [];

  test('10,000 services of 10 real servers are validated in seconds', () => {
    const text = files(...fleet);
    const seconds = cpuSeconds(() => {
      const result = validateFiles(text);
      resources = result.resources;
      expect(result.problems).toEqual([]);
    });
    expect(resources).toHaveLength(fleet.length);
    // About 10 s, nearly all of it in the YAML parser.
    expect(seconds).toBeLessThan(40);
  }, 180_000);

  test('one more service over 10,000 stored ones is checked in less than seconds', () => {
    const stored = foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, resources));
    expect(stored.resources.size).toBeGreaterThan(SERVICES);
    const seconds = cpuSeconds(() => {
      const one = service('one', { ports: [443], vips: ['10.100.0.1'] });
      expect(validateFiles(files(one), stored).problems).toEqual([]);
    });
    expect(seconds).toBeLessThan(4);
  }, 180_000);

  test('a large cluster costs nodes plus services, not nodes times services', () => {
    const NODES = 2_000;
    const nodes = Array.from({ length: NODES }, (_, i) =>
      edited(node(`n${i}`, 0, 1), {
        managementAddress: `10.97.${i >> 8}.${i & 255}`,
        vrrpPriority: (i % 254) + 1,
        interfaces: [],
      }),
    );
    const others = fleet.filter(({ kind }) => kind !== 'Node').slice(0, 2_000);
    const { resources } = validateFiles(files(...nodes, ...others));
    const located = resources.map((resource) => storedResource(resource));
    let problems: Problem[] = [];
    const seconds = cpuSeconds(() => {
      problems = crossCheck(located);
    });
    expect(seconds).toBeLessThan(4);
    // Each service says once that its pool lacks directors, not once a director.
    expect(problems.filter(({ code }) => code === 'E_LIP_MISSING').length).toBeLessThan(2_000);
  }, 180_000);
});

/** Replaces the `at`-th part, counted through the whole value, or removes it. */
function tearOut(value: unknown, at: number, part: unknown): unknown {
  let count = 0;
  const paths: (string | number)[][] = [];
  const collect = (node: unknown, path: (string | number)[]) => {
    paths.push(path);
    count += 1;
    if (node === null || typeof node !== 'object') return;
    for (const [key, child] of Object.entries(node)) {
      collect(child, [...path, Array.isArray(node) ? Number(key) : key]);
    }
  };
  collect(value, []);
  const target = paths[at % count] ?? [];
  const replace = (node: unknown, [step, ...rest]: (string | number)[]): unknown => {
    if (step === undefined) return part;
    if (Array.isArray(node))
      return node.map((item, i) => (i === step ? replace(item, rest) : item));
    return { ...(node as object), [step]: replace((node as Record<string, unknown>)[step], rest) };
  };
  return replace(value, target);
}
