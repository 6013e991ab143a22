/**
 * Daemon: a program that must run on although the node agent crashes, restarts or is upgraded.
 * It is never the agent's dying child: it has its own session, writes to a file of its own, and a
 * new agent finds it again. Whether and how often a dead one is started again is the caller's
 * policy (restart-policy.ts).
 */
export interface Daemon {
  /**
   * Starts the daemon unless it runs. Resolves when it serves. What a crash left of it (a worker
   * without its parent, stale files) is ended or removed first. Idempotent.
   * @throws FleetError E_PACKAGE_MISSING, or E_DATAPLANE_APPLY with the end of its log
   */
  ensureRunning(): Promise<{ readonly started: boolean; readonly pid: number }>;

  /**
   * Sends the signal to the main process.
   * @throws FleetError E_DATAPLANE_APPLY when the daemon does not run
   */
  reload(signal: NodeJS.Signals | number): void;

  /** True when the very process that was started lives, and its worker process, if it has one. */
  isRunning(): boolean;

  /** SIGTERM, then SIGKILL after a grace time; resolves when it has ended. Idempotent. */
  stop(): Promise<void>;

  /** Of the main process, while that one lives. */
  readonly pid: number | undefined;
}
