/**
 * One step of the set-up as the programs it runs: each writes to the step's log in the cache, its
 * last line is shown as progress, and it ends when the set-up ends, even by kill -9 (the kernel
 * signals it through PR_SET_PDEATHSIG), so that the next set-up never meets a writer left behind.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { cacheRoot } from './cache.mjs';
import { EXIT_UNAVAILABLE, SetupError } from './setup-error.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} mend how a person mends a failure of this program
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] replaces the step's environment
 * @property {boolean} [finishes] never interrupted: for dpkg, whose half-done work needs mending
 */

/** Lines of a failed program that are shown; the log has all. */
const TAIL_LINES = 15;

export class Step {
  #log;
  #signal;

  /**
   * @param {string} name as shown, e.g. "npm packages"
   * @param {{ checkout: string, env: NodeJS.ProcessEnv, signal: AbortSignal,
   *   report: (line: string) => void }} context
   */
  constructor(name, { checkout, env, signal, report }) {
    this.name = name;
    this.checkout = checkout;
    /** @type {NodeJS.ProcessEnv} */
    this.env = outsideEnvironment(env, checkout);
    this.report = report;
    this.logFile = join(cacheRoot(env), 'logs', `${name.replaceAll(' ', '-')}.log`);
    this.#signal = signal;
    mkdirSync(dirname(this.logFile), { recursive: true, mode: 0o700 });
    this.#log = createWriteStream(this.logFile, { mode: 0o600 });
  }

  /**
   * Runs a program to its end and returns its standard output; throws SetupError when it fails.
   * @param {readonly [string, ...string[]]} argv
   * @param {RunOptions} options
   * @returns {Promise<string>}
   */
  run(argv, { mend, cwd = this.checkout, env = this.env, finishes = false }) {
    this.#signal.throwIfAborted();
    const [program, ...args] = finishes ? argv : [...diesWithSetup(), ...argv];
    this.#log.write(`$ cd ${cwd} && ${argv.join(' ')}\n`);
    const child = spawn(program ?? argv[0], args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own session, so that Ctrl-C reaches the set-up alone, which then ends its programs.
      detached: true,
    });
    /** @type {string[]} */
    const tail = [];
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        this.#log.write(`${line}\n`);
        if (stream === child.stdout) output += `${line}\n`;
        if (line.trim() === '') return;
        this.report(line.trim());
        if (tail.push(line) > TAIL_LINES) tail.shift();
      });
    }
    const end = () => child.kill('SIGTERM');
    if (!finishes) this.#signal.addEventListener('abort', end, { once: true });
    return new Promise((resolve, reject) => {
      /** @param {string} why @param {unknown} [cause] */
      const fail = (why, cause) =>
        reject(
          new SetupError(`${argv.join(' ')} (in ${cwd}) ${why}`, {
            mend,
            tail: tail.join('\n'),
            logFile: this.logFile,
            ...(cause === undefined ? {} : { cause, exitCode: EXIT_UNAVAILABLE }),
          }),
        );
      child.once('error', (error) => fail(`cannot be started: ${error.message}`, error));
      child.once('close', (code, signal) => {
        this.#signal.removeEventListener('abort', end);
        if (code === 0) resolve(output);
        else fail(signal ? `ended with ${signal}` : `failed with exit code ${code}`);
      });
    });
  }

  /** @returns {Promise<void>} when the log is on disk */
  close() {
    return new Promise((resolve) => this.#log.end(resolve));
  }
}

/**
 * The argv prefix that ties a program to this process; empty where util-linux is missing.
 * @returns {string[]}
 */
export function diesWithSetup() {
  return existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'KILL', '--'] : [];
}

/**
 * The environment without this checkout's own node_modules on PATH (`npm run` puts it there):
 * `npm ci` would else run on the very Node that it is about to delete.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} checkout
 */
function outsideEnvironment(env, checkout) {
  const path = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(join(checkout, 'node_modules')));
  return { ...env, PATH: path.join(delimiter) };
}
