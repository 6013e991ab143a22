/** What the observer saw, to be waited for: the records of each revision, on one clock. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../../lab/lab-api.ts';
import { HUB } from '../../lab/topology/topology.ts';

export type Observation =
  | { readonly type: 'ready' }
  | { readonly type: 'commit'; readonly revision: number; readonly timeMs: number }
  | {
      readonly type: 'ref';
      readonly revision: number;
      readonly generation: number;
      readonly writtenAtMs: number;
    }
  | {
      readonly type: 'applied';
      readonly generation: number;
      readonly timeMs: number;
      readonly durationMs: number;
      readonly ops: number;
    };

type Seen<T extends Observation['type']> = Extract<Observation, { type: T }>;

/** Everything that one change left behind on its way. */
export interface ChangeRecord {
  readonly commit: Seen<'commit'>;
  readonly ref: Seen<'ref'>;
  readonly applied: Seen<'applied'>;
}

/** A director with an empty kernel takes minutes for 10,000 services on a busy machine. */
const PATIENCE_MS = 600_000;

export class Observations {
  readonly #child: ChildProcess;
  readonly #seen: Observation[] = [];
  readonly #listeners = new Set<() => void>();
  #ended: string | undefined;

  private constructor(child: ChildProcess) {
    this.#child = child;
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-2_000);
    });
    child.once('close', (code) => {
      this.#ended = `the observer has ended with ${code}: ${words}`;
      this.#ring();
    });
  }

  static async start(lab: Lab): Promise<Observations> {
    const program = fileURLToPath(new URL('observer.ts', import.meta.url));
    const observations = new Observations(lab.spawn(HUB, [process.execPath, program]));
    void observations.#read();
    await observations.#first('ready', () => true);
    return observations;
  }

  /** The records of the change that made this revision, or was published together with it. */
  async ofRevision(revision: number): Promise<ChangeRecord> {
    const commit = await this.#first('commit', (seen) => seen.revision === revision);
    const ref = await this.#first('ref', (seen) => seen.revision >= revision);
    const applied = await this.#first('applied', (seen) => seen.generation >= ref.generation);
    return { commit, ref, applied };
  }

  /** Before a wait for what comes now: what was seen is not needed any more. */
  forget(): void {
    this.#seen.length = 0;
  }

  stop(): void {
    this.#child.stdin?.end();
  }

  async #read(): Promise<void> {
    if (this.#child.stdout === null) return;
    for await (const line of createInterface({ input: this.#child.stdout })) {
      this.#seen.push(JSON.parse(line) as Observation);
      this.#ring();
    }
  }

  #ring(): void {
    for (const listener of this.#listeners) listener();
  }

  #first<T extends Observation['type']>(
    type: T,
    fits: (seen: Seen<T>) => boolean,
  ): Promise<Seen<T>> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        settle();
      };
      const look = () => {
        const found = this.#seen.find(
          (seen): seen is Seen<T> => seen.type === type && fits(seen as Seen<T>),
        );
        if (found !== undefined) finish(() => resolve(found));
        else if (this.#ended !== undefined) finish(() => reject(new Error(this.#ended)));
      };
      const timer = setTimeout(() => {
        finish(() => reject(new Error(`no ${type} was seen within ${PATIENCE_MS / 1_000} s`)));
      }, PATIENCE_MS);
      this.#listeners.add(look);
      look();
    });
  }
}
