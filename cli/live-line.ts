/** A line on the terminal that is written over; nothing where nobody looks. */
import type { Session } from './session.ts';

export class LiveLine {
  readonly #session: Session;
  #isShown = false;

  constructor(session: Session) {
    this.#session = session;
  }

  show(text: string): void {
    const { stderr } = this.#session.world;
    if (stderr.isTTY !== true) return;
    // A line that wraps could not be taken back.
    stderr.write(text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1)));
    this.#isShown = true;
  }

  clear(): void {
    if (this.#isShown) this.#session.world.stderr.write('\r\u001b[K');
    this.#isShown = false;
  }
}
