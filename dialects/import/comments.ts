/**
 * Comments of the source at the resource and field that their statement became; those of
 * statements that became nothing, at what is around them, and in the end at the Cluster.
 */
import type { Statement } from '../keepalived/tree.ts';
import type { Comment } from '../text/span.ts';
import type { Entry, Ledger, Source, Target } from './ledger.ts';

/** Resource -> path -> lines; '' is the resource as a whole. */
export type CommentBook = ReadonlyMap<Target, ReadonlyMap<string, readonly string[]>>;

export function commentsOf(
  ledger: Ledger,
  written: ReadonlySet<Target>,
  cluster: Target,
  loose: readonly Comment[],
): CommentBook {
  const book = new Map<Target, Map<string, string[]>>();
  const put = (target: Target, path: string, text: string) => {
    const line = plain(text);
    if (line === '') return;
    const paths = book.get(target) ?? new Map<string, string[]>();
    book.set(target, paths);
    const lines = paths.get(path) ?? [];
    paths.set(path, lines);
    if (!lines.includes(line)) lines.push(line);
  };
  for (const entry of ledger.entries()) {
    const own = ownComments(entry.source);
    if (own.length === 0) continue;
    const { target, path } = placeFor(entry, written, cluster);
    for (const { text } of own) put(target, path, text);
  }
  for (const { text } of loose) put(cluster, '', text);
  return book;
}

function ownComments(source: Source): Comment[] {
  const { leading = [], trailing } = source;
  const { block } = source as Partial<Statement>;
  const inner =
    block === undefined ? [] : [...block.dangling, ...(block.closing ? [block.closing] : [])];
  return [...leading, ...(trailing === undefined ? [] : [trailing]), ...inner];
}

function placeFor(entry: Entry, written: ReadonlySet<Target>, cluster: Target) {
  for (let one: Entry | undefined = entry; one !== undefined; one = one.parent) {
    for (const { target, path } of one.mappings) {
      const final = target.final();
      if (written.has(final)) return { target: final, path: target.pathOf(path) };
    }
  }
  return { target: cluster, path: '' };
}

/** A comment of YAML has no control characters, and each of ours is one line. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]+/gu, ' ').trim();
}
