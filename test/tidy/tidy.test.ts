/**
 * The house rules that no other tool holds: arrows between rooms, sizes of files, and where the
 * clock, chance and shells may be.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { circles, forbidden, importsOf, MAY_IMPORT, roomOf } from './arrows.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LINES_MAX = 400;
/** Fewer would mean that the test reads nothing: then it must fail. */
const FILES_MIN = 100;

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
});
const paths = listed.split('\n').filter((path) => /\.(ts|mjs)$/.test(path));
const files = paths
  .filter((path) => !path.startsWith('schemas/gen/'))
  .map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }));
const product = files.filter(({ path }) => MAY_IMPORT[roomOf(path)] !== undefined);

describe('the house', () => {
  it('has files, and imports among them, for this test to read', () => {
    expect(files.length).toBeGreaterThan(FILES_MIN);
    expect(files.flatMap(({ path, text }) => importsOf(path, text)).length).toBeGreaterThan(200);
  });

  it('lets each room import only what the table of arrows allows', () => {
    const imports = files.flatMap(({ path, text }) => importsOf(path, text));
    expect(imports.flatMap((entry) => forbidden(entry) ?? [])).toEqual([]);
  });

  it('catches an arrow that goes the wrong way', () => {
    const [bad] = importsOf('schemas/a.ts', "import { x } from '../controller/b.ts';");
    expect(bad && forbidden(bad)).toBe('schemas/a.ts imports controller/b.ts');
  });

  it('has no circles, not even of types', () => {
    const imports = files.flatMap(({ path, text }) => importsOf(path, text));
    expect(circles(imports)).toEqual([]);
    const round = ['a.ts', 'b.ts'].map((file, n) => ({ file, target: ['b.ts', 'a.ts'][n] ?? '' }));
    expect(circles(round)).toEqual([['a.ts', 'b.ts']]);
  });

  it('keeps every file to one concept of at most 400 lines', () => {
    const long = files.filter(({ text }) => text.split('\n').length > LINES_MAX + 1);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('has no rooms for leftovers', () => {
    const leftovers = paths.filter((path) => /(^|\/)(utils?|common|helpers?|misc)[./]/.test(path));
    expect(leftovers).toEqual([]);
  });

  it('keeps clock and chance out of the pure rooms', () => {
    const pure = /^(schemas|controller\/compile|workflows\/[^/]+\/step)/;
    const impure = /\b(Date\.now|Math\.random|setTimeout|setInterval|new Date\(\))/;
    const found = product.filter(({ path, text }) => pure.test(path) && impure.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('never hands a command line to a shell', () => {
    // The two functions of child_process that take a line, and the option that makes others do so.
    const shell =
      /import \{[^}]*\b(exec|execSync)\b[^}]*\} from 'node:child_process'|shell:\s*true/;
    const found = files.filter(({ text }) => shell.test(text));
    expect(found.map(({ path }) => path).filter((path) => !path.startsWith('test/tidy/'))).toEqual(
      [],
    );
  });

  it('explains every file of the product in its first lines', () => {
    const silent = product.filter(({ text }) => !/^(#!.*\n)?\s*(\/\*\*|\/\/)/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('has no notes to self', () => {
    const notes = files.filter(
      ({ path, text }) => !path.startsWith('test/tidy/') && /\b(TODO|FIXME|XXX)\b/.test(text),
    );
    expect(notes.map(({ path }) => path)).toEqual([]);
  });
});
