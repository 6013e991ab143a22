/**
 * What the same change costs a director that is run by rewriting its configuration. Neither needs
 * IPVS: keepalived reads (and only reads) a configuration of the same size, which is less than its
 * reload does; nft rewrites the whole table from a file, which is what a template and `nft -f` do.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lab } from '../../lab/lab-api.ts';
import { benchService, DIRECTOR, REAL_SERVERS_PER_SERVICE } from './fleet.ts';
import { percentile } from './percentile.ts';

export interface PeerFigures {
  /** Wall time of `keepalived -t` on as many virtual_servers with as many real_servers. */
  readonly keepalivedParseMs: number;
  /** Wall time of `nft -f` of a file that deletes the table and makes the whole of it again. */
  readonly nftRewriteMs: number;
  readonly runs: number;
}

export const PEERS_COMPARED = {
  keepalivedParseMs:
    'p50 wall time of "keepalived -t" on as many virtual_servers x 10 real_servers: parsing alone, ' +
    'a lower bound of a reload',
  nftRewriteMs:
    'p50 wall time of "nft -f" of a file that replaces the whole table of the same services, in ' +
    'another network namespace',
};

const RUNS = 3;
const RUN_TIMEOUT_MS = 300_000;
/** An empty kernel of its own: the rewrite must not meet the agent's table. */
const ELSEWHERE = 'c1';

export async function measurePeers(lab: Lab, services: number): Promise<PeerFigures> {
  const config = join(lab.dir, 'keepalived-bench.conf');
  await writeFile(config, keepalivedConfig(services), { mode: 0o600 });
  const keepalivedParseMs = await timed(lab, ['keepalived', '-t', '-f', config]);

  const list = ['nft', '-s', 'list', 'table', 'inet', 'sluice'];
  const { stdout } = await lab.exec(DIRECTOR, list, { timeoutMs: RUN_TIMEOUT_MS });
  const ruleset = join(lab.dir, 'ruleset-bench.nft');
  const replace = `table inet sluice {}\ndelete table inet sluice\n${stdout}`;
  await writeFile(ruleset, replace, { mode: 0o600 });
  const nftRewriteMs = await timed(lab, ['nft', '-f', ruleset]);
  return { keepalivedParseMs, nftRewriteMs, runs: RUNS };
}

/** One run that is not counted, so that every counted one meets what the one before it left. */
async function timed(lab: Lab, argv: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const startedAtMs = performance.now();
    const { code, stderr } = await lab.exec(ELSEWHERE, argv, { timeoutMs: RUN_TIMEOUT_MS });
    if (code !== 0) throw new Error(`${argv.join(' ')}: ${code} ${stderr.slice(0, 500)}`);
    if (run > 0) times.push(performance.now() - startedAtMs);
  }
  return percentile(times, 50);
}

function keepalivedConfig(services: number): string {
  return Array.from({ length: services }, (_, index) => {
    const { vip, port } = benchService(index);
    const realServers = Array.from(
      { length: REAL_SERVERS_PER_SERVICE },
      (_, i) => `  real_server 10.98.1.${1 + i} 8000 {\n    weight 1\n  }\n`,
    );
    const head = '  lvs_sched wrr\n  lvs_method NAT\n  protocol TCP\n';
    return `virtual_server ${vip} ${port} {\n${head}${realServers.join('')}}\n`;
  }).join('');
}
