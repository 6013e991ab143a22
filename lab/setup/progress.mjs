/**
 * What a person sees while steps run side by side: on a terminal one live line, elsewhere (CI, a
 * pipe) a plain line for each running step every few seconds. Writes to standard error, so that
 * the output of what comes after the set-up stays clean.
 */

/** Often enough that nobody thinks it hangs, seldom enough that a build log stays readable. */
const PLAIN_EVERY_MS = 5000;
const LIVE_EVERY_MS = 200;

/**
 * @typedef {object} Output
 * @property {boolean} [isTTY]
 * @property {number} [columns]
 * @property {(text: string) => unknown} write
 */

export class Progress {
  /** @type {Map<string, { startedMs: number, line: string }>} */
  #running = new Map();
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #output;
  #now;

  /** @param {Output} output @param {() => number} [now] milliseconds */
  constructor(output = process.stderr, now = () => performance.now()) {
    this.#output = output;
    this.#now = now;
  }

  /** @param {string} step */
  started(step) {
    this.#running.set(step, { startedMs: this.#now(), line: 'started' });
    if (this.#timer === undefined) {
      this.#timer = setInterval(() => this.show(), this.#isLive ? LIVE_EVERY_MS : PLAIN_EVERY_MS);
      this.#timer.unref();
    }
  }

  /** @param {string} step @param {string} line the last line of its output */
  line(step, line) {
    const running = this.#running.get(step);
    if (running) running.line = line;
  }

  /** @param {string} step @param {string} outcome */
  ended(step, outcome) {
    const running = this.#running.get(step);
    if (running === undefined) return;
    this.#running.delete(step);
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    this.say(`${step}: ${outcome} (${elapsed(this.#now() - running.startedMs)})`);
  }

  /** A line that stays. @param {string} text */
  say(text) {
    this.#output.write(`${this.#isLive ? CLEAR_LINE : ''}set-up: ${text}\n`);
  }

  /** Shows where the running steps are; called by the timer. */
  show() {
    const rows = [...this.#running].map(
      ([step, { startedMs, line }]) => `${step} ${elapsed(this.#now() - startedMs)}: ${line}`,
    );
    if (this.#isLive) this.#output.write(this.#fit(rows));
    else for (const row of rows) this.say(row);
  }

  /** All steps on one line, each cut to its share of the width. @param {readonly string[]} rows */
  #fit(rows) {
    const width = this.#output.columns ?? 80;
    const share = Math.max(1, Math.floor((width - 1) / Math.max(1, rows.length)) - 3);
    return CLEAR_LINE + rows.map((row) => row.slice(0, share)).join(' | ');
  }

  get #isLive() {
    return this.#output.isTTY === true;
  }
}

const CLEAR_LINE = '\r\u001b[2K';

/** @param {number} ms */
export function elapsed(ms) {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
