/** Laws of looking back and going back, over arbitrary histories. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from '../../cli/export-files.ts';
import { type BlamedField, blameFields, type Version } from '../../controller/config/blame.ts';
import { diffSpecs } from '../../controller/config/look-back.ts';
import { removalOf } from '../../controller/config/proposal.ts';
import { revertDifference } from '../../controller/config/revert.ts';
import { linesBetween } from '../../controller/config/spec-lines.ts';
import { type FieldChange, foldSpec, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { anyHistory, type History, resourcesOf } from './spec-histories.ts';

const withoutFreezes = (spec: Spec) =>
  Object.fromEntries(Object.entries(resourcesOf(spec)).filter(([key]) => !/^Freeze/.test(key)));

test('the fold of an event does not depend on the order of its changes', () => {
  fc.assert(
    fc.property(anyHistory, fc.infiniteStream(fc.nat()), ({ specs, events }, random) => {
      const shuffled = events.map((changes) =>
        changes
          .map((change) => ({ change, rank: random.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ change }) => change),
      );
      const folded = shuffled.reduce(
        (spec, changes) => foldSpec(spec, spec.revision + 1, changes),
        specs[0] as Spec,
      );
      expect(new Map([...folded.resources].sort())).toEqual(
        new Map([...(specs.at(-1) as Spec).resources].sort()),
      );
    }),
  );
});

describe('a revert', () => {
  const reverted = (then: Spec, now: Spec, only?: readonly string[]): Spec => {
    const { put, removed } = revertDifference(then, now, only);
    const gone = removed.flatMap((key) => now.resources.get(key) ?? []).map(removalOf);
    return foldSpec(now, now.revision + 1, [...changesOf(now, put), ...gone]);
  };

  test('to any revision makes the resources of then, freezes apart', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), ({ specs }, at) => {
        const now = specs.at(-1) as Spec;
        const then = specs[at % specs.length] as Spec;
        const after = reverted(then, now);
        expect(withoutFreezes(after)).toEqual(withoutFreezes(then));
        const freezes = diffSpecs(now, after).filter(({ key }) => key.startsWith('Freeze/'));
        expect(freezes).toEqual([]);
      }),
    );
  });

  test('of some resources makes these as they were, and leaves the others', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), fc.nat(), ({ specs }, at, seed) => {
        const now = specs.at(-1) as Spec;
        const then = specs[at % specs.length] as Spec;
        const keys = [...new Set([...then.resources.keys(), ...now.resources.keys()])];
        const only = keys.filter((_, i) => (seed >> (i % 16)) % 2 === 0);
        fc.pre(only.length > 0);
        const after = resourcesOf(reverted(then, now, only));
        for (const key of keys) {
          const from = only.includes(key) ? then : now;
          expect(after[key]).toEqual(resourcesOf(from)[key]);
        }
      }),
    );
  });
});

describe('blame', () => {
  /** Versions of every resource that is there at the end, in its present life. */
  const livesOf = ({ specs, events }: History) =>
    [...(specs.at(-1) as Spec).resources.keys()].map((key) => {
      const steps: { version: Version; fields: readonly FieldChange[] }[] = [];
      events.forEach((changes, i) => {
        const change = changes.find((one) => one.key === key);
        if (change === undefined) return;
        if (change.after === undefined) steps.length = 0;
        else {
          const version = { revision: i + 1, resource: change.after };
          steps.push({ version, fields: change.fields });
        }
      });
      return { key, steps };
    });

  /** A list whose items only changed places is said whole, though no item was set. */
  const isOrder = ({ from, to }: FieldChange) =>
    from?.startsWith('[') === true && to?.startsWith('[') === true;
  const sets = (change: FieldChange, { path, value }: BlamedField) => {
    if (isOrder(change)) return false;
    const isWithin = (inner: string, outer: string) =>
      inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
    // An empty list or map came to be so by the loss of its last item.
    const isEmpty = typeof value === 'object' && value !== null;
    return isWithin(path, change.path) || (isEmpty && isWithin(change.path, path));
  };

  test('names for every field the last revision whose diff set it', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { steps } of livesOf(history)) {
          for (const field of blameFields(steps.map(({ version }) => version))) {
            const setting = steps.filter(({ fields }) => fields.some((one) => sets(one, field)));
            expect(setting.at(-1)?.version.revision, field.path).toBe(field.revision);
          }
        }
      }),
    );
  });

  test('has every field once, with the value it has now', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { steps } of livesOf(history)) {
          const fields = blameFields(steps.map(({ version }) => version));
          const paths = fields.map(({ path }) => path);
          expect(new Set(paths).size).toBe(paths.length);
          const leaves = fields.map(({ value }) => value).filter((value) => !isContainer(value));
          const { metadata, spec } = steps.at(-1)?.version.resource ?? { metadata: {}, spec: {} };
          const labels = 'labels' in metadata ? metadata.labels : {};
          expect(leaves.map(String).sort()).toEqual(scalarsOf([labels, spec]).map(String).sort());
        }
      }),
    );
  });

  const isContainer = (value: unknown) => typeof value === 'object' && value !== null;
  const scalarsOf = (value: unknown): unknown[] =>
    isContainer(value) ? Object.values(value as object).flatMap(scalarsOf) : [value];
});

test('an export that is applied again changes nothing', () => {
  fc.assert(
    fc.property(anyHistory, ({ specs }) => {
      const spec = specs.at(-1) as Spec;
      const documents = Object.values(resourcesOf(spec)).map(documentText);
      const { resources, problems } = parseFiles([{ name: 'x', text: documents.join('---\n') }]);
      expect(problems).toEqual([]);
      expect(resources).toHaveLength(documents.length);
      const read = resources.map(({ resource }) => resource);
      expect(changesOf(spec, read)).toEqual([]);
    }),
  );
});

test('the lines of a watch lead from any spec to any later one', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), fc.nat(), ({ specs }, a, b) => {
      const [from, to] = [a % specs.length, b % specs.length].sort((x, y) => x - y);
      const before = specs[from ?? 0] as Spec;
      const after = specs[to ?? 0] as Spec;
      const seen = new Map(before.resources);
      for (const { key, stored } of linesBetween(before, after)) {
        if (stored === undefined) seen.delete(key);
        else seen.set(key, stored);
      }
      expect(seen).toEqual(new Map(after.resources));
    }),
  );
});

test('the difference of two specs and back again names the same resources', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), ({ specs }, at) => {
      const [then, now] = [specs[at % specs.length] as Spec, specs.at(-1) as Spec];
      const keys = (changes: readonly { key: string }[]) => changes.map(({ key }) => key).sort();
      expect(keys(diffSpecs(then, now))).toEqual(keys(diffSpecs(now, then)));
      expect(diffSpecs(now, now)).toEqual([]);
    }),
  );
});
