/**
 * The compiled fleet in memory, always of the spec that the spec view shows: changes are collected
 * as they are heard and compiled when somebody asks, together. One compile serves publisher, plan
 * and apply alike.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import type { SpecView } from '../config/spec-view.ts';
import { type CompiledFleet, compileFleet, recompile } from './compile.ts';

export interface Compiled {
  readonly spec: Spec;
  readonly fleet: CompiledFleet;
}

export interface CompiledView {
  /** @throws FleetError E_INTERNAL when the stored spec cannot be compiled */
  current(): Compiled;
}

export function createCompiledView(view: SpecView): CompiledView {
  let compiled: Compiled | undefined;
  let changes: ResourceChange[] = [];
  view.listen((change) => {
    if (change.kind === 'event') changes.push(...change.changes);
    else compiled = undefined;
  });
  const current = (): Compiled => {
    const spec = view.current();
    if (compiled?.spec === spec) return compiled;
    const collected = changes;
    changes = [];
    const before = compiled;
    // A compile that fails leaves nothing half-done behind: the next one starts from nothing.
    compiled = undefined;
    try {
      const fleet =
        before === undefined
          ? compileFleet(spec)
          : recompile(before.fleet, spec, collected, before.spec);
      compiled = { spec, fleet };
      return compiled;
    } catch (cause) {
      throw new FleetError('E_INTERNAL', `revision ${spec.revision} cannot be compiled`, { cause });
    }
  };
  return { current };
}
