/**
 * Resources that validation accepts: what it refuses is taken out again, with its reason, at the
 * smallest piece that can go without saying something else. So what a dataplane cannot do is
 * refused in the validator's own words, and what is written is always valid.
 */
import {
  API_VERSION,
  RESOURCE_SCHEMAS,
  type Resource,
  resourceKey,
} from '../../schemas/resources/resource.ts';
import { findInFleet } from '../../schemas/validation/cross-check.ts';
import { type Path, pathText, storedResource } from '../../schemas/validation/located-resource.ts';
import { type Fields, type ImportContext, note } from './director.ts';
import { idleInstances } from './idle-instances.ts';
import type { ResourceDraft } from './joined.ts';

/** Each round takes something out; a chain of references is a few long, never so many. */
const ROUNDS_MAX = 60;

export interface Settled {
  readonly draft: ResourceDraft;
  readonly resource: Resource;
  /** Without what was taken out and without the defaults that the schema fills in. */
  readonly spec: Fields;
}

/** @throws Error when validation is never content: a defect of the importer */
export function settle(drafts: readonly ResourceDraft[], context: ImportContext): Settled[] {
  context.ledger.joined();
  const settling = new Settling(drafts, context);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const settled = settling.round();
    if (settled !== undefined) return settled;
  }
  throw new Error(`validation refuses what is left after ${ROUNDS_MAX} rounds`);
}

/** Fields without which a resource would say something else: better none than that. */
const ESSENTIAL: Readonly<Record<string, ReadonlySet<string>>> = {
  VirtualService: new Set(
    'cluster vips ports fwmark protocol forwarding localAddressPool allow deny'.split(' '),
  ),
  VrrpInstance: new Set('cluster interface virtualRouterId family'.split(' ')),
  LocalAddressPool: new Set('cluster interface'.split(' ')),
  SnatGateway: new Set('cluster'.split(' ')),
  Node: new Set('cluster managementAddress'.split(' ')),
};
/** The same within a zone: it would translate more than it did. */
const ESSENTIAL_IN_ZONE: ReadonlySet<string> = new Set(
  'name sources destinations egressInterface'.split(' '),
);

const HOLE: unique symbol = Symbol('taken out');

class Settling {
  readonly #drafts: Set<ResourceDraft>;
  readonly #context: ImportContext;
  /** What was taken out before: the same again means that more has to go. */
  readonly #seen = new Set<string>();

  constructor(drafts: readonly ResourceDraft[], context: ImportContext) {
    const copies = drafts.map((draft) => ({ ...draft, spec: copyOf(draft.spec) as Fields }));
    this.#drafts = new Set(copies);
    this.#context = context;
  }

  /** What is left when nothing had to go. */
  round(): Settled[] | undefined {
    const settled: Settled[] = [];
    let isWhole = true;
    for (const draft of this.#drafts) {
      const spec = withoutHoles(draft.spec) as Fields;
      const { kind, name } = draft.target;
      const document = { apiVersion: API_VERSION, kind, metadata: { name }, spec };
      const parsed = RESOURCE_SCHEMAS[kind].safeParse(document);
      if (parsed.success) settled.push({ draft, spec, resource: parsed.data as Resource });
      else {
        isWhole = false;
        const [issue] = parsed.error.issues;
        const path = (issue?.path ?? []).map((step) => (typeof step === 'symbol' ? '' : step));
        this.#takeOut(draft, path, issue?.message ?? 'not valid');
      }
    }
    if (!isWhole) return undefined;
    return this.#crossCheck(settled) ? settled : undefined;
  }

  #crossCheck(settled: readonly Settled[]): boolean {
    const byKey = new Map(settled.map((one) => [resourceKey(one.resource), one.draft]));
    const findings = findInFleet(
      settled.map(({ resource }) => storedResource(resource)),
      [],
    );
    const errors = findings.filter(({ code }) => code.startsWith('E_'));
    const split = errors.find(({ code }) => code === 'E_SYNC_SPLIT');
    if (split !== undefined) this.#dropGroups(split.message);
    for (const { code, at, path, message, hint } of errors) {
      const draft = byKey.get(resourceKey(at.resource));
      if (code === 'E_SYNC_SPLIT' || draft === undefined) continue;
      if (code === 'E_SYNC_ADDRESS') {
        this.#dropSync(message);
        continue;
      }
      const text = message.replaceAll(/ \(stored\)/g, '');
      // It is being removed: who reads the reason need not be told to.
      const isTold = hint === '' || hint === 'remove it';
      this.#takeOut(draft, path, isTold ? text : `${text} (${hint})`);
    }
    return errors.length === 0 && !this.#dropIdle(settled, byKey);
  }

  /** keepalived does not start an instance without an address. */
  #dropIdle(settled: readonly Settled[], byKey: ReadonlyMap<string, ResourceDraft>): boolean {
    const idle = idleInstances(settled.map(({ resource }) => resource));
    for (const one of idle) {
      const draft = byKey.get(resourceKey(one));
      if (draft !== undefined) this.#takeOut(draft, [], 'nothing is left for it to carry');
    }
    return idle.length > 0;
  }

  /** Without groups all instances move together, which is what the addresses need. */
  #dropGroups(message: string): void {
    for (const draft of this.#drafts) {
      if (draft.target.kind !== 'SyncGroup') continue;
      if (draft.isAdded !== true) this.#context.ledger.refuseAt(draft.target, '', message);
      this.#drafts.delete(draft);
    }
    const hint = 'all VRRP instances of the cluster move together';
    note(this.#context, 'W_ADDED', undefined, `sync groups are left out: ${message}`, hint);
  }

  /** What one director lacks is no fault of the director: the cluster asks for it. */
  #dropSync(message: string): void {
    const cluster = [...this.#drafts].find(({ target }) => target.kind === 'Cluster');
    if (cluster?.spec['connectionSync'] === undefined) return;
    this.#takeOut(cluster, ['spec', 'connectionSync'], message);
  }

  #takeOut(draft: ResourceDraft, path: Path, reason: string): void {
    if (!this.#drafts.has(draft)) return;
    const steps = this.#whatGoes(draft, originalPath(draft.spec, path.slice(1)));
    const place = steps.length === 0 ? '' : pathText(['spec', ...steps]);
    if (steps.length === 0) this.#drafts.delete(draft);
    else removeAt(draft.spec, steps);
    const count = this.#context.ledger.refuseAt(draft.target, place, reason);
    if (count > 0) return;
    const what = `${draft.target.key} ${place}`.trim();
    const code = draft.isAdded === true ? 'W_ADDED' : 'E_LEFT_OUT';
    note(this.#context, code, undefined, `${what} is left out: ${reason}`);
  }

  /** The path to remove; [] for the resource as a whole. */
  #whatGoes(draft: ResourceDraft, path: Path): Path {
    const { kind } = draft.target;
    if (path.length === 0 || ESSENTIAL[kind]?.has(String(path[0])) === true) return [];
    if (path[0] === 'zones' && ESSENTIAL_IN_ZONE.has(String(path[2]))) return path.slice(0, 2);
    // Under the names of its peers its links would be others, or none.
    const { interfaces } = (draft.spec['overrides'] ?? {}) as Fields;
    if (kind === 'Node' && path[0] === 'overrides' && interfaces !== undefined) return [];
    // A check of a kind that there is not is no check.
    let steps = path[0] === 'healthCheck' && path[1] === 'type' ? path.slice(0, 1) : path;
    while (steps.length > 0 && !this.#canGo(draft, steps)) steps = steps.slice(0, -1);
    if (steps.length > 0) this.#seen.add(`${draft.target.key} ${pathText(steps)}`);
    return steps;
  }

  #canGo(draft: ResourceDraft, steps: Path): boolean {
    if (!isThere(draft.spec, steps) || this.#wasTaken(draft, steps)) return false;
    const spec = copyOf(draft.spec) as Fields;
    removeAt(spec, steps);
    const isServer = draft.target.kind === 'VirtualService' && steps[0] === 'realServers';
    const servers = withoutHoles(spec['realServers']) as unknown[] | undefined;
    // A service without its last real server would refuse every client.
    if (isServer && (servers ?? []).length === 0) return false;
    return !missesIt(draft, spec, steps);
  }

  #wasTaken(draft: ResourceDraft, steps: Path): boolean {
    return this.#seen.has(`${draft.target.key} ${pathText(steps)}`);
  }
}

/** Whether the schema asks for what was removed, or for more items in the list it was in. */
function missesIt({ target }: ResourceDraft, spec: Fields, steps: Path): boolean {
  const { kind, name } = target;
  const document = { apiVersion: API_VERSION, kind, metadata: { name }, spec: withoutHoles(spec) };
  const parsed = RESOURCE_SCHEMAS[kind].safeParse(document);
  if (parsed.success) return false;
  const asked = [pathText(steps), pathText(steps.slice(0, -1))];
  return parsed.error.issues.some(({ path }) => {
    const [, ...rest] = path.map((step) => (typeof step === 'symbol' ? '' : step));
    return asked.includes(pathText(originalPath(spec, rest)));
  });
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copyOf(field)]));
}

function withoutHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== HOLE).map(withoutHoles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withoutHoles(field)]),
  );
}

/** Positions as they were before anything was taken out of a list: so the ledger knows them. */
function originalPath(spec: Fields, path: Path): Path {
  let value: unknown = spec;
  return path.map((step) => {
    let at = step;
    if (Array.isArray(value) && typeof step === 'number') {
      const kept = value.flatMap((item, index) => (item === HOLE ? [] : [index]));
      at = kept[step] ?? step;
    }
    value = (value as Fields | undefined)?.[at as never];
    return at;
  });
}

function isThere(spec: Fields, steps: Path): boolean {
  let value: unknown = spec;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Fields)[step as never];
  }
  return value !== undefined && value !== HOLE;
}

function removeAt(spec: Fields, steps: Path): void {
  let value: unknown = spec;
  for (const step of steps.slice(0, -1)) value = (value as Fields)[step as never];
  const last = steps.at(-1);
  if (Array.isArray(value) && typeof last === 'number') value[last] = HOLE;
  else delete (value as Fields)[last as never];
}
