/**
 * How the parser gets at the files that an `include` names: a port, so that an import from an
 * uploaded archive and one from a disk are the same. The memory reader serves uploads and tests.
 */
export interface FileReader {
  /** Paths of the existing files that the pattern names, sorted. The pattern is absolute or not. */
  list(pattern: string): readonly string[];
  /** The text of a file, or undefined when it cannot be read. */
  read(path: string): string | undefined;
}

/** A pattern with more alternatives than this names everything and is refused. */
const ALTERNATIVES_MAX = 64;

export function memoryFileReader(files: Readonly<Record<string, string>>): FileReader {
  const paths = Object.keys(files).sort();
  return {
    list: (pattern) => {
      const tests = braceAlternatives(pattern).map(globTest);
      return paths.filter((path) => tests.some((test) => test(path)));
    },
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  };
}

/** `{a,b}.conf` as `a.conf` and `b.conf`, the csh way that glob(7) takes with GLOB_BRACE. */
export function braceAlternatives(pattern: string): string[] {
  let open = [pattern];
  const done: string[] = [];
  while (open.length > 0 && done.length + open.length <= ALTERNATIVES_MAX) {
    const next: string[] = [];
    for (const text of open) {
      const inner = /\{([^{}]*)\}/.exec(text);
      if (inner === null) done.push(text);
      else {
        const [whole, list = ''] = inner;
        const before = text.slice(0, inner.index);
        const after = text.slice(inner.index + whole.length);
        next.push(...list.split(',').map((word) => `${before}${word}${after}`));
      }
    }
    open = next;
  }
  return [...new Set(done)];
}

/**
 * A test for `*`, `?` and `[...]`; none of them takes a `/`. Matched step by step with one mark to
 * go back to, so a pattern of many stars costs no more than pattern times path.
 */
export function globTest(pattern: string): (path: string) => boolean {
  const parts = pattern.match(/\[[^\]/]+\]|[\s\S]/g) ?? [];
  return (path) => matches(parts, path);
}

function matches(parts: readonly string[], path: string): boolean {
  let part = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < path.length) {
    const wanted = parts[part];
    const character = path[at] ?? '';
    if (wanted === '*') {
      star = part;
      starAt = at;
      part += 1;
    } else if (wanted !== undefined && fits(wanted, character)) {
      part += 1;
      at += 1;
    } else if (star >= 0 && path[starAt] !== '/') {
      starAt += 1;
      part = star + 1;
      at = starAt;
    } else return false;
  }
  while (parts[part] === '*') part += 1;
  return part === parts.length;
}

function fits(wanted: string, character: string): boolean {
  if (wanted === '?') return character !== '/';
  if (wanted.length === 1) return wanted === character;
  if (character === '/') return false;
  const isNegated = /^\[[!^]/.test(wanted);
  const members = wanted.slice(isNegated ? 2 : 1, -1);
  let isIn = false;
  for (let at = 0; at < members.length; at++) {
    const low = members[at] ?? '';
    const high = members[at + 1] === '-' ? (members[at + 2] ?? low) : low;
    if (character >= low && character <= high) isIn = true;
    if (high !== low) at += 2;
  }
  return isIn !== isNegated;
}

/** `conf.d/*.conf` named in `/etc/keepalived/keepalived.conf`; the file's own folder counts. */
export function resolvePath(path: string, includedFrom: string): string {
  const folder = includedFrom.includes('/') ? includedFrom.replace(/\/[^/]*$/, '') : '';
  const joined = path.startsWith('/') || folder === '' ? path : `${folder}/${path}`;
  const steps: string[] = [];
  for (const step of joined.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
