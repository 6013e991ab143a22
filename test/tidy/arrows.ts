/**
 * The law of the house, as data: which room may import which. design.md section 3, with the two
 * doors `store` and `bus` (docs/adr/0002). Independent of any tool: a regular expression reads the
 * imports, and the test fails when it finds suspiciously few.
 */

/** A room, or one file of it. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  store: ['schemas'],
  bus: ['schemas'],
  dataplane: ['schemas'],
  'node-agent': ['schemas', 'dataplane', 'store', 'bus'],
  controller: ['schemas', 'store', 'bus', 'workflows/contract.ts'],
  workflows: ['schemas'],
  dialects: ['schemas'],
  cli: ['schemas'],
  lab: [
    'schemas',
    'store',
    'bus',
    'dataplane',
    'node-agent',
    'controller',
    'workflows',
    'dialects',
    'cli',
    'examples',
  ],
};

/** Rooms that wire or look at everything. */
export const FREE_ROOMS = ['bin', 'test', 'bench', 'examples'];

export interface Import {
  readonly file: string;
  /** Path from the root of the checkout. */
  readonly target: string;
}

/** Relative imports of a module, resolved to paths from the root. */
export function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(/(?:from|import|import\()\s*'(?<path>\.{1,2}\/[^']+)'/g);
  return [...found].flatMap(({ groups }) =>
    groups?.['path'] === undefined ? [] : [{ file, target: resolve(file, groups['path']) }],
  );
}

function resolve(file: string, path: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

export function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Why the import is not allowed, or undefined. */
export function forbidden({ file, target }: Import): string | undefined {
  const room = roomOf(file);
  if (FREE_ROOMS.includes(room) || roomOf(target) === room) return undefined;
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined) return `${file}: the room ${room} is not in the table`;
  const fits = allowed.some((entry) => target === entry || target.startsWith(`${entry}/`));
  return fits ? undefined : `${file} imports ${target}`;
}

/** Files that reach themselves by imports, types included, each circle once. */
export function circles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports) {
    targets.set(file, [...(targets.get(file) ?? []), target]);
  }
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push(path.slice(start));
    if (start >= 0 || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}
