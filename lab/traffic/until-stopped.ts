/**
 * How long a traffic program runs: until its time is up, its stdin ends or it gets SIGTERM or
 * SIGINT, whatever comes first. stdin is the way for who spawned it through the box, where a
 * signal would reach only the door.
 */
export function untilStopped(durationMs: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = durationMs === undefined ? undefined : setTimeout(done, durationMs);
    function done() {
      clearTimeout(timer);
      process.stdin.pause().removeAllListeners();
      resolve();
    }
    process.once('SIGTERM', done);
    process.once('SIGINT', done);
    // With a given time an empty stdin, as under cron, does not end it early.
    if (durationMs === undefined) process.stdin.on('end', done).on('error', done).resume();
  });
}
