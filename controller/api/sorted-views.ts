/** Resources of a spec as the API gives them: in the order of kinds, then of names. Pure. */
import type { StoredView } from '../../schemas/api.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import { KINDS } from '../../schemas/resources/resource.ts';
import type { Spec } from '../../schemas/spec.ts';

const RANK = new Map<string, number>(KINDS.map((kind, position) => [kind, position]));

export function sortedViews(spec: Spec, isWanted: (key: ResourceKey) => boolean): StoredView[] {
  const found = [...spec.resources].filter(([key]) => isWanted(key));
  const rank = ([, { resource }]: (typeof found)[number]) => RANK.get(resource.kind) ?? 0;
  found.sort((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1));
  return found.map(([, stored]) => stored);
}
