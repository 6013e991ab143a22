/** `sluice render` as a person runs it: folders, stdin, one director, refusals, files. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../kit/temp-dir.ts';
import { CLUSTER, edited, FRONT4, node, service, yamlOf } from '../schemas/fleet.ts';

const SLUICE = fileURLToPath(new URL('../../bin/sluice', import.meta.url));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function render(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(SLUICE, ['render', ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

const WEB = service('web', {
  forwarding: 'nat',
  localAddressPool: undefined,
  healthCheck: undefined,
});
const fleetOf = (...services: ReturnType<typeof service>[]) =>
  yamlOf([
    edited(CLUSTER, { dataplane: 'ipvs' }),
    node('lb1', 11, 150),
    node('lb2', 12, 100),
    FRONT4,
    ...services,
  ]);
const SOUND = fleetOf(WEB);

describe('sluice render', () => {
  it('writes all directors to stdout, or the one that is asked for', async () => {
    const both = await render(['--dialect', 'keepalived', '-'], SOUND);
    expect(both).toMatchObject({ code: 0 });
    expect(both.stdout).toContain('router_id lb1');
    expect(both.stdout).toContain('priority 100');
    const one = await render(['--dialect', 'keepalived', '-', '--node', 'lb2'], SOUND);
    expect(one.stdout).toMatch(/^# lb2 of cluster edge: keepalived\.conf \(stock\)\n/);
    expect(one.stdout).not.toContain('lb1');
  });

  it('refuses with the place and the reason, and writes nothing', async () => {
    const dir = tempDir('render');
    await mkdir(join(dir, 'in'));
    const refused = fleetOf(WEB, {
      ...edited(WEB, { vips: ['10.99.0.101'], synproxy: true, deny: ['192.0.2.1'] }),
      name: 'api',
    });
    await writeFile(join(dir, 'in', 'fleet.yaml'), refused);
    const out = join(dir, 'out');
    const args = ['--dialect', 'ipvsadm', join(dir, 'in'), '--out', out];
    const nothing = await render(args);
    expect(nothing).toMatchObject({ code: 1, stdout: '' });
    expect(nothing.stderr).toMatch(
      /fleet\.yaml:11:\d+ refusal VirtualService\/api spec\.synproxy: stock IPVS cannot answer SYNs/,
    );
    expect(nothing.stderr).toContain('VirtualService/api spec.deny');
    expect(await readdir(dir)).toEqual(['in']);
    const part = await render([...args, '--partial']);
    expect(part.code).toBe(1);
    const text = await readFile(join(out, 'lb1.ipvsadm.sh'), 'utf8');
    expect(text).toContain('#   VirtualService/api spec.synproxy: stock IPVS cannot answer SYNs');
    expect(text).toContain('ipvsadm -A -t 10.99.0.100:80');
    expect(text).not.toContain('10.99.0.101');
  });

  it('writes a file for each director, and the undo beside it', async () => {
    const out = join(tempDir('render'), 'fleet');
    const args = ['--dialect', 'ipvsadm', '-', '--out', out];
    expect(await render(args, SOUND)).toMatchObject({ code: 0, stdout: '' });
    expect(await render([...args, '--undo'], SOUND)).toMatchObject({ code: 0 });
    expect((await readdir(out)).sort()).toEqual([
      'lb1.ipvsadm.sh',
      'lb1.ipvsadm.undo.sh',
      'lb2.ipvsadm.sh',
      'lb2.ipvsadm.undo.sh',
    ]);
    expect(await readFile(join(out, 'lb1.ipvsadm.undo.sh'), 'utf8')).toContain('ipvsadm -D -t');
  });

  it('tells programs of every director what is said, left out and said elsewhere', async () => {
    const args = ['--dialect', 'ipvsadm-save', '-', '-o', 'json'];
    const { code, stdout } = await render(args, SOUND);
    expect(code).toBe(0);
    const files = JSON.parse(stdout) as Record<string, unknown>[];
    expect(files.map(({ name }) => name)).toEqual(['lb1.ipvsadm.rules', 'lb2.ipvsadm.rules']);
    expect(files[0]).toMatchObject({ node: 'lb1', cluster: 'edge', refusals: [] });
    expect(files[0]?.['notes']).toContainEqual(
      expect.objectContaining({ resource: 'Cluster/edge', path: 'spec.connectionSync' }),
    );
  });

  it('lists every problem of the resources and renders none of them', async () => {
    const wrong = fleetOf(edited(WEB, { vips: ['10.99.0.1000'], portz: [80] }));
    const { code, stdout, stderr } = await render(['--dialect', 'keepalived', '-'], wrong);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('E_ADDRESS');
    expect(stderr).toContain('E_UNKNOWN_KEY');
  });

  it('is told whose ipvsadm it is where the dataplane does not say', async () => {
    const fork = SOUND.replace('"ipvs"', '"lvs-fork"');
    const { code, stderr } = await render(['--dialect', 'ipvsadm', '-'], fork);
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain('say it with --flavour');
    const said = await render(['--dialect', 'ipvsadm', '--flavour', 'alibaba', '-'], fork);
    expect(said.code).toBe(0);
  });

  it('takes no unknown director, and no undo of a configuration', async () => {
    const away = await render(['--dialect', 'keepalived', '-', '--node', 'lb3'], SOUND);
    expect(away).toMatchObject({ code: 2 });
    expect(away.stderr).toContain('did you mean');
    const undo = await render(['--dialect', 'keepalived', '-', '--undo'], SOUND);
    expect(undo).toMatchObject({ code: 2 });
    expect(await render(['--dialect', 'no', '-'], SOUND)).toMatchObject({ code: 2 });
    expect(await render(['--dialect', 'dpvs', '/nowhere'])).toMatchObject({ code: 2 });
  });
});
