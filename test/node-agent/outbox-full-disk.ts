/**
 * A process for outbox.heavy.test.ts with a limit on the size of a file: appends until the kernel
 * refuses, lifts its own limit, appends once more, and says what was refused.
 */
import { execFileSync } from 'node:child_process';
import { pino } from 'pino';
import { openOutbox } from '../../node-agent/outbox/outbox.ts';
import { FleetError } from '../../schemas/errors.ts';

// With the signal ignored the write itself fails, as it does on a full disk (setrlimit(2)).
process.on('SIGXFSZ', () => undefined);

const outbox = await openOutbox({
  dir: process.argv[2] ?? '',
  bootId: 'b3',
  node: 'lb-1',
  cluster: 'edge',
  log: pino({ level: 'silent' }),
  publish: async () => {
    throw new FleetError('E_BUS_AWAY', 'away', { retryable: true });
  },
});
const body = { type: 'ForeignFound', where: 'x'.repeat(200), what: 'table' } as const;
const codes = new Set<string>();
let refused = 0;
for (let count = 0; count < 400 && refused < 20; count++) {
  try {
    await outbox.append(body, undefined, count);
  } catch (error) {
    refused += 1;
    codes.add(error instanceof FleetError ? error.code : String(error));
  }
}
execFileSync('prlimit', ['--fsize=unlimited', '--pid', String(process.pid)]);
await outbox.append(body, undefined, 1_000);
const lost = outbox.lost();
await outbox.close();
process.stdout.write(JSON.stringify({ refused, lost, codes: [...codes] }));
