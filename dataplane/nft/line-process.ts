/**
 * A long-lived child process that is asked line by line. One question at a time, each bounded in
 * time; a child that ends or does not answer in time fails the question it was asked and is
 * started again for the next one. It ends by itself when this process does (end of its input).
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { FleetError } from '../../schemas/errors.ts';
import { missing } from '../tool.ts';

export interface Question {
  /** Sent as it is, with a line end after it. */
  readonly input: string;
  /** Whether this line is the last of the answer. */
  readonly isEnd: (line: string) => boolean;
  readonly timeoutMs: number;
}

/** What a child said last before it ended; it is a line. */
const COMPLAINT_CHARACTERS_MAX = 500;

interface Pending extends Question {
  readonly lines: string[];
  readonly resolve: (lines: string[]) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export class LineProcess {
  readonly #argv: readonly string[];
  readonly #answers: 'stdout' | 'stderr';
  #child: ChildProcessWithoutNullStreams | undefined;
  #pending: Pending | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  /** `answers`: the stream that answers come on; the other one is not read. */
  constructor(argv: readonly string[], answers: 'stdout' | 'stderr') {
    this.#argv = argv;
    this.#answers = answers;
  }

  /**
   * The lines of the answer, its last included.
   * @throws FleetError E_DATAPLANE_OBSERVE when the child ended or gave no end in time: whether it
   * took the question is then unknown
   */
  ask(question: Question): Promise<string[]> {
    const answer = this.#last.then(() => this.#ask(question));
    this.#last = answer.catch(() => {}); // the asker has it; the next question does not depend on it
    return answer;
  }

  /** Ends the child and waits for its end. Idempotent; a question under way fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  #ask(question: Question): Promise<string[]> {
    if (this.#isClosed) return Promise.reject(this.#fault('is closed'));
    const child = this.#child ?? this.#start();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#fail(this.#fault(`gave no answer in ${question.timeoutMs} ms`));
        child.kill('SIGKILL');
      }, question.timeoutMs);
      this.#pending = { ...question, lines: [], resolve, reject, timer };
      child.stdin.write(`${question.input}\n`);
    });
  }

  #start(): ChildProcessWithoutNullStreams {
    const [file = '', ...args] = this.#argv;
    // HOME: an interactive nft would read and write a history file there.
    const env = { ...process.env, HOME: '/nonexistent', LC_ALL: 'C' };
    const child = spawn(file, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child = child;
    let complaint = '';
    if (this.#answers === 'stdout') {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        complaint = text.trim().slice(0, COMPLAINT_CHARACTERS_MAX);
      });
    } else child.stdout.resume();
    createInterface({ input: child[this.#answers] }).on('line', (line) => {
      if (this.#child === child) this.#take(line);
    });
    // A write to a child that has just ended fails here as well as in its end.
    child.stdin.on('error', () => {});
    child.once('error', (error) => this.#end(child, missing(file, error)));
    child.once('close', (code, signal) =>
      this.#end(child, this.#fault(`ended (${signal ?? `exit code ${code}`}) ${complaint}`.trim())),
    );
    return child;
  }

  #take(line: string): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    pending.lines.push(line);
    if (!pending.isEnd(line)) return;
    this.#pending = undefined;
    clearTimeout(pending.timer);
    pending.resolve(pending.lines);
  }

  #end(child: ChildProcessWithoutNullStreams, error: Error): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#fail(error);
  }

  #fail(error: Error): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    this.#child = undefined;
    clearTimeout(pending.timer);
    pending.reject(error);
  }

  #fault(what: string): FleetError {
    return new FleetError('E_DATAPLANE_OBSERVE', `${this.#argv.join(' ')} ${what}`, {
      retryable: true,
    });
  }
}
