/**
 * The same keepalived.conf read by the keepalived that is installed, `keepalived -t`: it parses
 * and tests a configuration, which is what our reader and linter do together.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIZES } from './figures.ts';
import { keepalivedConf } from './texts.ts';

export interface PeerFigures {
  readonly peer: 'keepalived -t';
  readonly sizes: readonly { readonly lines: number; readonly ms: number }[];
}

const RUNS = 3;
const RUN_TIMEOUT_MS = 300_000;

/** Undefined where no keepalived is installed. */
export function measurePeer(): PeerFigures | undefined {
  if (spawnSync('keepalived', ['--version']).error !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-dialects-'));
  try {
    const sizes = SIZES.map((size) => {
      const text = keepalivedConf(size);
      const file = join(folder, `${size}.conf`);
      writeFileSync(file, text, { mode: 0o600 });
      return { lines: text.split('\n').length - 1, ms: timeTest(file) };
    });
    return { peer: 'keepalived -t', sizes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeTest(file: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const startedAtMs = performance.now();
    const { status, stderr, error } = spawnSync('keepalived', ['-t', '-f', file], {
      encoding: 'utf8',
      timeout: RUN_TIMEOUT_MS,
    });
    if (status !== 0)
      throw new Error(`keepalived -t: ${status} ${stderr.slice(0, 500)}`, { cause: error });
    return performance.now() - startedAtMs;
  });
  return Math.round(Math.min(...times) * 10) / 10;
}
