/** `sluice lint` as a person runs it: a file, two directors' files, stdin, --fix. */
import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../kit/temp-dir.ts';

const SLUICE = fileURLToPath(new URL('../../bin/sluice', import.meta.url));

function sluice(args: readonly string[], input = ''): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    const child = execFile(SLUICE, ['lint', ...args], (error, stdout) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout });
    });
    child.stdin?.end(input);
  });
}

const WRONG = `vrrp_instance VI_1 {
  state master
  interface eth0
  virtual_router_id 51
  priority 100
  advert_int 1
  virtual_ipaddress { 192.0.2.1 }
}
`;

describe('sluice lint', () => {
  it('lists errors with their place, and ends with 1', async () => {
    const dir = await tempDir('lint');
    const file = join(dir, 'keepalived.conf');
    await writeFile(file, WRONG);
    const { code, stdout } = await sluice([file, '--dialect', 'stock']);
    expect(code).toBe(1);
    expect(stdout).toContain(`${file}:2:9 E_WORD_CASE state master`);
  });

  it('gives programs an array with codes, places, hints and fixes', async () => {
    const { code, stdout } = await sluice(['-', '--dialect', 'stock', '-o', 'json'], WRONG);
    const [finding] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(code).toBe(1);
    expect(finding).toMatchObject({
      code: 'E_WORD_CASE',
      severity: 'error',
      file: '-',
      line: 2,
      column: 9,
      hint: 'write MASTER',
    });
    expect(finding?.['fix']).toBeDefined();
  });

  it('writes the mended file in place of the old one, with its mode, and then ends with 0', async () => {
    const dir = await tempDir('lint');
    const file = join(dir, 'keepalived.conf');
    await writeFile(file, WRONG, { mode: 0o640 });
    const { code } = await sluice(['--fix', '--dialect', 'stock', file]);
    expect(code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(WRONG.replace('state master', 'state MASTER'));
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  it('sees what is wrong only between the files of two directors', async () => {
    const dir = await tempDir('lint');
    const conf = (
      lip: string,
    ) => `local_address_group g { ${lip} }\n${WRONG.replace('master', 'MASTER')}
virtual_server 192.0.2.1 80 {
  lb_kind FNAT
  lb_algo rr
  protocol TCP
  laddr_group_name g
  real_server 198.51.100.1 80 { weight 1 }
}
`;
    await writeFile(join(dir, 'a.conf'), conf('198.51.100.9'));
    await writeFile(join(dir, 'b.conf'), conf('198.51.100.9'));
    const both = [`lb1=${join(dir, 'a.conf')}`, `lb2=${join(dir, 'b.conf')}`];
    const { stdout } = await sluice([...both, '--dialect', 'alibaba']);
    expect(stdout).toMatch(/198\.51\.100\.9/);
  });
});
