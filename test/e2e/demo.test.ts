/**
 * The demo as a person runs it: its report holds the figures it claims, and whether it ends by
 * itself or by kill -9, nothing of it is left on the machine but, after a kill, its folder.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { matches } from '../../lab/demo/acts/serve.ts';
import type { DemoReport } from '../../lab/demo/report.ts';
import { openLab } from '../../lab/lab.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { namespacesOf, traces } from '../lab/box-kit.ts';
import { ROOT, START_MS } from './fleet.ts';

/** Above the VRRP bound, as the demo itself allows: a busy machine sends its adverts late. */
const GAP_MARGIN_MS = 700;
const DEMO_MS = 240_000;

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

/** Everything that the demo keeps is below `temporary`. */
class Demo {
  readonly temporary: string;
  readonly child: ChildProcess;
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>;
  output = '';

  constructor(...args: string[]) {
    this.temporary = join(tempDir('demo'), 'tmp');
    mkdirSync(this.temporary);
    this.child = spawn(process.execPath, [`${ROOT}bin/demo.ts`, ...args], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: this.temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(this.child);
    this.ended = once(this.child, 'close') as typeof this.ended;
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
  }

  async says(text: string): Promise<void> {
    await until(
      `the demo says "${text}"`,
      () => {
        if (this.output.includes(text)) return true;
        if (this.child.exitCode !== null) throw new Error(`it has ended: ${this.output}`);
        return false;
      },
      { timeoutMs: START_MS },
    );
  }

  /** Its machines' namespaces, once its lab is up. */
  async namespaces(): Promise<string[]> {
    await this.says('2. The fleet is declared');
    return namespacesOf(await openLab({ dir: this.folder() }));
  }

  folder(): string {
    const [name = ''] = readdirSync(this.temporary);
    return join(this.temporary, name);
  }

  /** Command lines of all that inherited its environment, in the box or beside it. */
  processes(): string[] {
    return readdirSync('/proc').flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
        if (!environment.includes(`TMPDIR=${this.temporary}`)) return [];
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return []; // no process, or one that has just ended
      }
    });
  }

  async leavesNothing(namespaces: readonly string[]): Promise<void> {
    await until('nothing is left', () => {
      const left = [...traces(this.temporary, namespaces), ...this.processes()];
      if (left.length > 0) throw new Error(left.join('; '));
      return true;
    });
  }
}

test(
  'the demo holds all it claims, writes its figures, and leaves nothing behind',
  async () => {
    const file = join(tempDir('report'), 'figures.json');
    const demo = new Demo('--report', file);
    const namespaces = await demo.namespaces();
    expect(namespaces.length).toBeGreaterThanOrEqual(6);
    expect(await demo.ended, demo.output).toEqual([0, null]);
    await demo.leavesNothing(namespaces);
    expect(readdirSync(demo.temporary)).toEqual([]);

    const report = JSON.parse(readFileSync(file, 'utf8')) as DemoReport;
    expect(report.weights).toEqual({ rs1: 1, rs2: 2 });
    expect(Object.keys(report.served).sort()).toEqual(['rs1', 'rs2']);
    expect(matches(report.served, report.weights)).toBe(true);
    expect(report.drain).toMatchObject({ failed: 0, longLived: { survived: true } });
    expect(report.undrain.failed).toBe(0);
    for (const { polls } of [report.drain, report.undrain, report.directorKill]) {
      expect(polls).toBeGreaterThan(0);
    }
    const { longestGapMs, boundMs } = report.directorKill;
    expect(boundMs).toBeGreaterThan(0);
    expect(longestGapMs).toBeLessThanOrEqual(boundMs + GAP_MARGIN_MS);
    expect(report.seconds).toBeGreaterThan(0);
    expect(demo.output).toMatch(/\n(\d+) of \1 claims held\n/);
    expect(demo.output).not.toContain('NOT SO');
  },
  DEMO_MS,
);

test(
  'a demo that is killed in the middle leaves its folder and nothing else',
  async () => {
    const demo = new Demo();
    const namespaces = await demo.namespaces();
    // Then the most is at work: traffic on the client, and outside a command that follows events.
    await demo.says('seen down after');
    const folder = demo.folder();
    expect(demo.processes().join('\n')).toContain('events --follow');
    // Not its end as a stream: whatever it left behind would hold that open.
    const exited = once(demo.child, 'exit');
    demo.child.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
    await demo.leavesNothing(namespaces);
    expect(existsSync(folder)).toBe(true);
    await expect(openLab({ dir: folder })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  },
  DEMO_MS,
);

test(
  'Ctrl-C during the start of the demo leaves nothing at all',
  async () => {
    const demo = new Demo();
    await demo.says(' s  nginx@rs1');
    demo.child.kill('SIGINT');
    expect(await demo.ended).toEqual([130, null]);
    await demo.leavesNothing([]);
    expect(readdirSync(demo.temporary)).toEqual([]);
  },
  DEMO_MS,
);
