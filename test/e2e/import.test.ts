/**
 * A keepalived pair of DPVS as one of the source documents has it (FULLNAT, its errors and all),
 * with the lab's addresses and links in place of its own: linted, mended, imported for nft, applied,
 * and asked by a client.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { ROOT, START_MS, VIP_URL, withEmptyFleet } from './fleet.ts';

const DOCUMENT = `${ROOT}test/dialects/fixtures/003-dpvs/keepalived.conf`;
const fleet = withEmptyFleet('import');
const dir = tempDir('e2e-import');

/** What stands for the document's network in the lab's; the rest of the file stays as it is. */
const IN_THE_LAB: readonly (readonly [RegExp, string])[] = [
  [/10\.0\.96\.201/g, '10.99.0.100'],
  [/10\.0\.96\.202/g, '10.99.0.104'],
  [/192\.168\.229\.1\b/g, '10.98.0.21'],
  [/192\.168\.229\.2\b/g, '10.98.0.22'],
  [/bond2\.kni/g, 'f0.kni'],
  [/bond2/g, 'f0'],
  [/bond1/g, 'bk0'],
];

/** The second director has a lower priority and a local address of its own. */
async function director(name: string, priority: number, lip: string): Promise<string> {
  const document = await readFile(DOCUMENT, 'utf8');
  const moved = IN_THE_LAB.reduce((text, [from, to]) => text.replaceAll(from, to), document);
  const text = moved
    .replaceAll('192.168.229.201', lip)
    .replaceAll('priority 100', `priority ${priority}`);
  await mkdir(join(dir, name));
  const file = join(dir, name, 'keepalived.conf');
  await writeFile(file, text);
  return file;
}

test(
  'a pair of keepalived.conf is mended, imported, applied, and serves',
  async () => {
    const lb1 = await director('lb1', 150, '10.98.0.101');
    const lb2 = await director('lb2', 100, '10.98.0.103');
    const linted = await fleet.sluice('lint', `lb1=${lb1}`, `lb2=${lb2}`);
    expect(linted.code).toBe(1);
    expect(linted.stdout).toMatch(/lb1\/keepalived\.conf:66:\d+ E_RETRY_KEYWORD nb_sock_retry/);
    await fleet.sluice('lint', '--fix', `lb1=${lb1}`, `lb2=${lb2}`);
    const out = join(dir, 'fleet');
    const imported = await fleet.sluice(
      ...['import', '--node', `lb1=${lb1}`, '--node', `lb2=${lb2}`, '--dataplane', 'nft'],
      ...['--management', 'lb1=10.97.0.11', '--management', 'lb2=10.97.0.12', '--out', out],
    );
    // The service of the other family is NAT64, which nft cannot do: said, and the rest is written.
    expect(imported.stdout).toMatch(/refused +real server .* nftables has no NAT64/);
    expect(imported.stdout).not.toContain('nb_sock_retry');
    expect(imported.code).toBe(1);
    expect(await fleet.sluice('validate', '--offline', out)).toMatchObject({ code: 0 });
    const applied = await fleet.sluice('apply', '-f', out, '--reason', 'coming over');
    expect(applied).toMatchObject({ code: 0 });
    await fleet.ready();
    const answer = await until(
      'an answer through the imported service',
      async () => {
        const asked = await fleet.lab.exec('c1', ['curl', '-s', '--max-time', '5', VIP_URL]);
        return asked.code === 0 && asked.stdout !== '' ? asked.stdout : undefined;
      },
      { timeoutMs: 60_000, everyMs: 200 },
    );
    expect(answer).toMatch(/rs[12]/);
  },
  START_MS,
);
