/**
 * Connection synchronisation by conntrackd. It asks its peer for everything once, at its start. On
 * a busy machine one start of some 400 stayed without an answer (seen once; why is not proven, FTFW
 * empties its resend queue while it greets a peer). So the rounds after a start ask again.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectionSync } from '../../schemas/plan/node-plan.ts';
import { runCommand } from '../daemon/command.ts';
import { DetachedDaemon } from '../daemon/detached-daemon.ts';
import { writePrivateFile } from '../daemon/private-file.ts';
import { readIfThere } from '../daemon/process-identity.ts';
import type { ConnectionSynchronizer } from './contract.ts';
import { renderConntrackd } from './render.ts';
import { isInUserNamespace } from './user-namespace.ts';

export interface ConnectionSyncOptions {
  /** Private folder of this director's conntrackd; its path must not hold blanks. */
  readonly dir: string;
  /** The director's own addresses, without prefix length: their connections are not copied. */
  readonly ownAddresses: readonly string[];
  /** Argv prefix, for example nsenter into a network namespace. */
  readonly wrap?: readonly string[];
  /** Monotonic clock in ms. */
  readonly now?: () => number;
}

/** Requests for everything after a start. Two lost in a row is a broken link, not bad luck. */
const RESYNCS_AFTER_START = 2;
/** Between them: the greeting takes milliseconds, a table of a million entries seconds. */
const RESYNC_EVERY_MS = 2_000;

export function createConnectionSync(options: ConnectionSyncOptions): ConnectionSynchronizer {
  const { dir, ownAddresses, wrap = [], now = () => performance.now() } = options;
  if (/\s/.test(dir)) throw new Error(`a blank in the path ${dir} ends a word for conntrackd`);
  const path = join(dir, 'conntrackd.conf');
  const lockFile = join(dir, 'conntrackd.lock');
  const socket = join(dir, 'conntrackd.ctl');
  const daemon = new DetachedDaemon({
    name: 'conntrackd',
    argv: ['conntrackd', '-C', path],
    dir,
    wrap,
    staleFiles: [lockFile, socket],
    isReady: () => existsSync(socket),
  });

  let resyncsLeft = 0;
  let askedAt = 0;

  async function askAgain(started: boolean): Promise<void> {
    if (started) {
      resyncsLeft = RESYNCS_AFTER_START;
      askedAt = now();
    }
    if (resyncsLeft === 0 || now() - askedAt < RESYNC_EVERY_MS) return;
    askedAt = now();
    const { code } = await runCommand(['conntrackd', '-C', path, '-n'], { wrap });
    if (code === 0) resyncsLeft -= 1;
  }

  async function stop(): Promise<{ changed: boolean }> {
    const wasThere = daemon.pid !== undefined;
    await daemon.stop();
    await rm(path, { force: true });
    return { changed: wasThere };
  }

  return {
    async apply(sync: ConnectionSync | undefined) {
      if (sync === undefined) return stop();
      const host = { lockFile, socket, isInUserNamespace: isInUserNamespace() };
      const text = renderConntrackd(sync, ownAddresses, host);
      if (readIfThere(path) !== text) {
        // First: a file that is there means that whatever runs was started with it.
        await stop();
        await writePrivateFile(path, text);
      }
      const { started } = await daemon.ensureRunning();
      await askAgain(started);
      return { changed: started };
    },

    async status() {
      if (!daemon.isRunning()) return { isRunning: false, connections: 0 };
      const { stdout } = await runCommand(['conntrackd', '-C', path, '-s'], { wrap });
      return { isRunning: true, connections: parseActiveConnections(stdout) };
    },
  };
}

/** The first figure of `conntrackd -s`: connections of this director's own table. Pure. */
export function parseActiveConnections(text: string): number {
  const [, count] = /current active connections:\s+(\d+)/.exec(text) ?? [];
  return Number(count ?? 0);
}
