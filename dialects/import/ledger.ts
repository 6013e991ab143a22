/**
 * What became of every statement of the input: mapped to a field of a resource, ignored or refused
 * with a reason. Invariant: each statement that was listed has exactly one outcome in the end, so
 * mapped, ignored and refused together are all of them.
 */
import type { Kind } from '../../schemas/resources/resource.ts';
import type { Comment, Span, Word } from '../text/span.ts';

/** A statement, command or line; told apart by being the same object. */
export interface Source {
  readonly span: Span;
  readonly words?: readonly Word[];
  /** The line, where it gave no words. */
  readonly text?: string;
  readonly leading?: readonly Comment[];
  readonly trailing?: Comment;
}

/** A resource in the making: it gets its name, or is found to be the same as another, later. */
export class Target {
  readonly kind: Kind;
  name = '';
  #same: { readonly target: Target; readonly prefix: string } | undefined;

  constructor(kind: Kind) {
    this.kind = kind;
  }

  /** It stands in the other at that path ('' when it is the same: another director has it too). */
  isPartOf(other: Target, prefix = ''): undefined {
    if (other.final() !== this) this.#same = { target: other, prefix };
  }

  final(): Target {
    return this.#same?.target.final() ?? this;
  }

  /** Where a path of this one is in the resource that is written. */
  pathOf(path: string): string {
    if (this.#same === undefined) return path;
    const { target, prefix } = this.#same;
    const inner = prefix === '' || path === '' ? prefix + path : `${prefix}.${path}`;
    return target.pathOf(inner);
  }

  get key(): string {
    const { kind, name } = this.final();
    return `${kind}/${name}`;
  }
}

export const OUTCOMES = ['mapped', 'ignored', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Mapping {
  readonly target: Target;
  /** `spec.ports[0]`; '' for the resource as a whole. */
  readonly path: string;
}

export interface Entry {
  readonly source: Source;
  readonly node: string;
  readonly parent: Entry | undefined;
  /** The word that says what it is, in which block: `virtual_server/lb_algo`, `ipvsadm -A`. */
  readonly place: string;
  /** What holds when nothing else is said of it. */
  readonly otherwise: Verdict;
  readonly children: Entry[];
  readonly mappings: Mapping[];
  ignored?: string;
  readonly refused: Refusal[];
}

/** Why; and, when it is not for all of what the statement says, in which resource. */
interface Refusal {
  readonly reason: string;
  readonly target?: Target;
}

export interface Verdict {
  readonly outcome: 'ignored' | 'refused';
  readonly reason: string;
}

export class Ledger {
  readonly #entries = new Map<Source, Entry>();
  /** A resource that was taken out as a whole, and why. */
  readonly #gone = new Map<Target, string>();

  #written: ReadonlySet<Target> | undefined;
  #byTarget: Map<Target, Entry[]> | undefined;

  /** From now on no target becomes a part of another: what is mapped to one is found at once. */
  joined(): undefined {
    this.#byTarget = new Map();
    for (const entry of this.#entries.values()) {
      for (const target of new Set(entry.mappings.map((one) => one.target.final()))) {
        const known = this.#byTarget.get(target);
        if (known === undefined) this.#byTarget.set(target, [entry]);
        else known.push(entry);
      }
    }
  }

  /** Takes a statement into the account. */
  list(source: Source, node: string, place: string, otherwise: Verdict, parent?: Entry): Entry {
    const own = { children: [], mappings: [], refused: [] };
    const entry: Entry = { source, node, parent, place, otherwise, ...own };
    this.#entries.set(source, entry);
    parent?.children.push(entry);
    return entry;
  }

  mapped(source: Source, target: Target, path = ''): undefined {
    this.#entries.get(source)?.mappings.push({ target, path });
  }

  ignored(source: Source, reason: string): undefined {
    const entry = this.#entries.get(source);
    if (entry !== undefined) entry.ignored ??= reason;
  }

  /** Taken back by a later command. */
  undone(source: Source, reason: string): undefined {
    const entry = this.#entries.get(source);
    if (entry === undefined) return;
    entry.mappings.length = 0;
    entry.ignored = reason;
  }

  refused(source: Source, reason: string): undefined {
    const refused = this.#entries.get(source)?.refused;
    if (refused?.some((one) => one.reason === reason) === false) refused.push({ reason });
  }

  /** Refuses what was mapped to the path of a resource or below it; how many statements it were. */
  refuseAt(target: Target, path: string, reason: string): number {
    const isBelow = (mapped: Mapping) => {
      if (mapped.target.final() !== target.final()) return false;
      const at = mapped.target.pathOf(mapped.path);
      return path === '' || at === path || /^[.[]/.test(afterPrefix(at, path));
    };
    let count = 0;
    const looked = this.#byTarget?.get(target.final()) ?? [];
    for (const entry of this.#byTarget === undefined ? this.#entries.values() : looked) {
      if (!entry.mappings.some(isBelow)) continue;
      entry.refused.push({ reason, target: target.final() });
      count += 1;
    }
    if (path === '') this.#gone.set(target.final(), reason);
    return count;
  }

  /** Refuses what a statement and those in it gave to a path: its peer says otherwise. */
  refuseWithin(source: Source, path: string, reason: string): void {
    const entry = this.#entries.get(source);
    const open = entry === undefined ? [] : [entry];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      open.push(...one.children);
      if (one.mappings.some((mapping) => mapping.path.startsWith(path)))
        one.refused.push({ reason });
    }
  }

  /** What was mapped to a resource that is not among these was mapped to nothing. */
  written(targets: ReadonlySet<Target>): undefined {
    this.#written = targets;
  }

  entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  verdictOf(entry: Entry): { outcome: Outcome; reason: string; mappings: readonly Mapping[] } {
    const said = (outcome: Outcome, reason: string, mappings: readonly Mapping[] = []) => ({
      outcome,
      reason,
      mappings,
    });
    const taken = new Set(entry.refused.map(({ target }) => target));
    // Of a statement that several resources are made of, some may stay.
    const kept = entry.mappings.filter(
      ({ target }) => this.#stays(target.final()) && !taken.has(target.final()),
    );
    if (taken.has(undefined) || (taken.size > 0 && kept.length === 0)) {
      return said('refused', this.#reasonOf(entry));
    }
    if (kept.length > 0) return said('mapped', '', kept);
    if (entry.ignored !== undefined) return said('ignored', entry.ignored);
    const above = entry.parent === undefined ? undefined : this.verdictOf(entry.parent);
    const isRefusedAbove = above?.outcome === 'refused' && entry.otherwise.outcome === 'refused';
    if (isRefusedAbove) return said('refused', 'belongs to what is refused above it');
    if (above?.outcome === 'ignored') return said('ignored', 'belongs to what is ignored above it');
    return said(entry.otherwise.outcome, entry.otherwise.reason);
  }

  /** What took the whole resource says more than what took parts of it before. */
  #reasonOf({ refused }: Entry): string {
    const reasons = refused.map(
      ({ reason, target }) => (target && this.#gone.get(target)) ?? reason,
    );
    return [...new Set(reasons)].join('; ');
  }

  #stays(target: Target): boolean {
    return !this.#gone.has(target) && this.#written?.has(target) !== false;
  }
}

function afterPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : '';
}
