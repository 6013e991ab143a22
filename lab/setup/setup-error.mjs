/**
 * A set-up step that could not be done: what, where and how to mend it, for a person at a
 * terminal. Anything else that is thrown is a defect of the set-up and is shown with its stack.
 */

/** sysexits(3) EX_UNAVAILABLE: the machine lacks something that the set-up may not provide. */
export const EXIT_UNAVAILABLE = 69;

export class SetupError extends Error {
  /**
   * @param {string} message what failed and where
   * @param {{ mend: string, exitCode?: number, logFile?: string, tail?: string, cause?: unknown }}
   *   detail `mend`: one sentence or command; `tail`: the last lines of the failed program
   */
  constructor(message, { mend, exitCode = 1, logFile, tail, cause }) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SetupError';
    this.mend = mend;
    this.exitCode = exitCode;
    this.logFile = logFile;
    this.tail = tail;
  }
}
