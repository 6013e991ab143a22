/** One check that is repeated, its state, and who wants to know of it. */
import type { HealthCheck } from '../../schemas/resources/health-check.ts';
import type { HealthState } from '../../schemas/status.ts';
import type { runCheck } from './check.ts';
import type { CheckTarget } from './check-result.ts';
import type { Task } from './scheduler.ts';
import { FRESH, type Machine, step } from './state-machine.ts';

export class Probe<Target> implements Task {
  readonly key: string;
  readonly intervalMs: number;
  readonly targets = new Set<Target>();
  readonly #checked: CheckTarget;
  readonly #check: typeof runCheck;
  readonly #onNews: (before: HealthState, isFirst: boolean) => void;
  #isFresh = true;
  #machine: Machine = FRESH;
  #reason = 'not checked yet';

  /** `onNews`: state or reason is another than before; `isFirst` until a state was known once. */
  constructor(
    key: string,
    checked: CheckTarget,
    check: typeof runCheck,
    onNews: (before: HealthState, isFirst: boolean) => void,
  ) {
    this.key = key;
    this.intervalMs = checked.check.intervalMs;
    this.#checked = checked;
    this.#check = check;
    this.#onNews = onNews;
  }

  get state(): HealthState {
    return this.#machine.state;
  }

  /** Of the last check: why it is so, or what speaks against it while it is still up. */
  get reason(): string {
    return this.#reason;
  }

  async run(signal: AbortSignal): Promise<'steady' | 'soon'> {
    const { verdict, reason } = await this.#check(this.#checked, signal);
    if (signal.aborted) return 'steady';
    const before = this.#machine.state;
    const isNews = reason !== this.#reason;
    this.#reason = reason;
    this.#machine = step(this.#machine, verdict, this.#checked.check);
    const isFirst = this.#isFresh;
    if (this.state !== 'unknown') this.#isFresh = false;
    if (isNews || before !== this.state) this.#onNews(before, isFirst);
    return this.state === 'unknown' && verdict !== 'inconclusive' ? 'soon' : 'steady';
  }
}

/** Texts of check parameters; a service has one object for all its real servers. */
const texts = new WeakMap<HealthCheck, string>();

/** Equal for checks that ask the same of the same endpoint in the same rhythm. */
export function probeKey({ address, port, check }: CheckTarget): string {
  let text = texts.get(check);
  if (text === undefined) {
    const { type, intervalMs, timeoutMs, rise, fall, http } = check;
    const { path, host, expectStatus, expectBody } = http ?? {};
    const asked = type === 'http' ? [path ?? '/', host, expectStatus ?? [200], expectBody] : [];
    text = JSON.stringify([type, intervalMs, timeoutMs, rise, fall, ...asked]);
    texts.set(check, text);
  }
  return `${address} ${port} ${text}`;
}
