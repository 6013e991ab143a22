/** `sluice import` as a person runs it: exit codes, what is written, what is left alone. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../kit/temp-dir.ts';
import { fixture } from './kit.ts';

const SLUICE = fileURLToPath(new URL('../../bin/sluice', import.meta.url));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function sluice(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(SLUICE, args, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

describe('sluice import', () => {
  it('of stdin ends with 0 when all is mapped; what it wrote is valid', async () => {
    const out = join(await tempDir('import'), 'fleet');
    const input = fixture('000-fullnat/commands.sh');
    const management = ['--management', 'lb1=192.168.104.2'];
    const { code, stdout } = await sluice(['import', '-', '--out', out, ...management], input);
    expect([code, stdout]).toEqual([0, expect.stringContaining('4 statements: 4 mapped')]);
    expect((await readdir(out)).sort()).toEqual([
      'cluster.yaml',
      'nodes.yaml',
      'pools.yaml',
      'services.yaml',
    ]);
    expect(await readFile(join(out, 'nodes.yaml'), 'utf8')).toContain('192.168.104.2');
    expect((await sluice(['validate', '--offline', out])).code).toBe(0);
    const again = await sluice(['import', '-', '--out', out], input);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is not empty')]);
  });

  it('ends with 1 and writes what could be mapped; with --fix less is left to refuse', async () => {
    const dir = await tempDir('import');
    const file = join(dir, 'keepalived.conf');
    const text = fixture('002-nat-keepalived/keepalived.conf');
    await writeFile(file, text);
    const out = join(dir, 'fleet');
    const { code, stdout } = await sluice([
      'import',
      file,
      '--dialect',
      'keepalived',
      '--out',
      out,
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/:15:\d+ E_UNKNOWN_KEYWORD .*\[--fix\]/);
    expect(stdout).toMatch(/:60 +nb_get_retry 3 +refused/);
    expect(await readFile(join(out, 'services.yaml'), 'utf8')).toContain('113.226.77.88');
    const fixed = ['import', file, '--dialect', 'keepalived', '--fix', '--report', '-o', 'json'];
    const { stdout: json } = await sluice(fixed);
    const { totals, statements, written } = JSON.parse(json) as {
      totals: Record<string, number>;
      statements: { outcome: string }[];
      written: string[];
    };
    expect(totals['refused']).toBe(0);
    expect(statements).toHaveLength(totals['statements'] ?? 0);
    expect(written).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('replaces with --force what an import wrote, and nothing else', async () => {
    const dir = await tempDir('import');
    const out = join(dir, 'fleet');
    await mkdir(out);
    await writeFile(join(out, 'mine.yaml'), '# mine\n');
    await writeFile(join(out, 'snat.yaml'), '# Imported from an older file.\n');
    await writeFile(join(out, 'vrrp.yaml'), '# by hand\n');
    const input = fixture('000-fullnat/commands.sh');
    const { code } = await sluice(['import', '-', '--out', out, '--force'], input);
    expect(code).toBe(0);
    expect((await readdir(out)).sort()).toEqual([
      'cluster.yaml',
      'mine.yaml',
      'nodes.yaml',
      'pools.yaml',
      'services.yaml',
      'vrrp.yaml',
    ]);
  });

  it.each([
    [['import'], 'no file is named'],
    [['import', '-'], 'say --out'],
    [['import', 'away.conf', '--report'], 'cannot read away.conf'],
    [['import', '-', '--report', '--node', 'x'], 'NODE=FILE'],
    [['import', '-', '--nonsense'], 'unknown option'],
  ])('%j is a wrong command line: 2', async (args, said) => {
    const { code, stderr } = await sluice(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
