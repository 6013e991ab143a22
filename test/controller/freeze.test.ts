/** Which freezes are in the way of what. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  footprintOf,
  freezesInTheWay,
  overridingOrigin,
  refuseFrozen,
} from '../../controller/config/freeze.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { type Document, document, edited, FLEET, WEB, yamlOf } from '../schemas/fleet.ts';
import { alice } from '../store/fixtures.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const read = (documents: readonly Document[]) =>
  parseFiles([{ name: 'a', text: yamlOf(documents) }]).resources.map(({ resource }) => resource);
const specOf = (documents: readonly Document[]): Spec =>
  foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, read(documents)));
const freeze = (name: string, spec: Record<string, unknown>) =>
  document('Freeze', name, { reason: 'sales', who: 'bob', ...spec });

const ALL = freeze('fleet', { scope: 'fleet' });
const EDGE = freeze('edge', { scope: 'cluster', cluster: 'edge' });
const LB1 = freeze('lb1', { scope: 'node', node: 'lb1' });

const reach = (clusters: string[], nodes: string[]) => ({
  clusters: new Set(clusters),
  nodes: new Set(nodes),
});
const namesOf = (freezes: readonly { name: string }[]) => freezes.map(({ name }) => name).sort();

describe('a freeze', () => {
  const spec = specOf([...FLEET, ALL, EDGE, LB1]);

  test.each([
    ['nothing known', reach([], []), ['fleet']],
    ['its cluster', reach(['edge'], ['lb2']), ['edge', 'fleet']],
    ['its node', reach(['edge'], ['lb1']), ['edge', 'fleet', 'lb1']],
    ['another cluster', reach(['west'], ['lb9']), ['fleet']],
  ])('is in the way of what reaches %s', (_, footprint, names) => {
    expect(namesOf(freezesInTheWay(spec, NOW, footprint))).toEqual(names);
  });

  test('ends by itself at its time and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (leftMs) => {
        const until = new Date(NOW + leftMs).toISOString();
        const held = specOf([freeze('fleet', { scope: 'fleet', until })]);
        expect(freezesInTheWay(held, NOW, reach([], [])).length).toBe(leftMs > 0 ? 1 : 0);
      }),
    );
  });

  test('says who, why, until when, and how to go on', () => {
    const until = '2026-11-22T00:00:00.000Z';
    const held = specOf([freeze('edge', { scope: 'cluster', cluster: 'edge', until })]);
    expect(() => refuseFrozen(freezesInTheWay(held, NOW, reach(['edge'], [])))).toThrow(
      expect.objectContaining({
        code: 'E_FROZEN',
        message: `cluster edge is frozen by bob until ${until}: sales (Freeze/edge)`,
        hint: expect.stringContaining('--override-freeze'),
      }),
    );
  });
});

describe('the footprint of a change', () => {
  const spec = specOf(FLEET);

  test('of freezes alone is none', () => {
    expect(footprintOf(spec, changesOf(spec, read([ALL])), [])).toBeUndefined();
  });

  test('has the cluster of what changes even where no director does', () => {
    const labelled = read([WEB]).map((web) => ({
      ...web,
      metadata: { ...web.metadata, labels: { team: 'web' } },
    }));
    expect(footprintOf(spec, changesOf(spec, labelled), [])).toEqual(reach(['edge'], []));
  });

  test('has the cluster that a resource leaves, and the one that it joins', () => {
    const moved = read([edited(WEB, { cluster: 'west' })]);
    expect(footprintOf(spec, changesOf(spec, moved), [])?.clusters).toEqual(
      new Set(['edge', 'west']),
    );
  });
});

describe('going on over a freeze', () => {
  const [held] = freezesInTheWay(specOf([ALL]), NOW, reach([], []));

  test('is kept with the reason, however long that is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 1_024 }), (text) => {
        fc.pre(held !== undefined && text.trim() !== '');
        const { reason } = overridingOrigin({ ...alice, reason: text }, held ? [held] : []);
        expect(reason.endsWith('[overrides Freeze/fleet]')).toBe(true);
        expect(reason.length).toBeLessThanOrEqual(1_024);
      }),
    );
  });

  test('needs a reason, and none where nothing is frozen', () => {
    const silent = { ...alice, reason: ' ' };
    expect(() => overridingOrigin(silent, held ? [held] : [])).toThrow(
      expect.objectContaining({ code: 'E_USAGE' }),
    );
    expect(overridingOrigin(silent, [])).toBe(silent);
  });
});
