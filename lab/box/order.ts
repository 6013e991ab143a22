/**
 * In which order processes start and end, from what each says it needs. Pure.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { ProcessSpec } from './process-spec.ts';

/**
 * The processes with every one behind all that it needs. Throws E_LAB with every problem: a name
 * given twice, a need that nobody meets, needs in a circle.
 */
export function startOrder(specs: readonly ProcessSpec[]): ProcessSpec[] {
  const problems: string[] = [];
  const names = new Set<string>();
  for (const { name } of specs) {
    if (names.has(name)) problems.push(`two processes are called ${name}`);
    names.add(name);
  }
  for (const { name, after = [] } of specs) {
    for (const need of after) {
      if (!names.has(need)) problems.push(`${name} needs ${need}, which is not there`);
    }
  }
  const ordered: ProcessSpec[] = [];
  const placed = new Set<string>();
  let rest = [...specs];
  while (rest.length > 0 && problems.length === 0) {
    const able = rest.filter(({ after = [] }) => after.every((need) => placed.has(need)));
    if (able.length === 0) {
      problems.push(`needs in a circle: ${rest.map(({ name }) => name).join(', ')}`);
    }
    for (const spec of able) placed.add(spec.name);
    ordered.push(...able);
    rest = rest.filter(({ name }) => !placed.has(name));
  }
  if (problems.length > 0) throw new FleetError('E_LAB', problems.join('; '));
  return ordered;
}
