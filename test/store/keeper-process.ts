/** A keeper as a process of its own, for tests that kill it: round after round without a pause. */
import { setTimeout as delay } from 'node:timers/promises';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import { openStore } from '../../store/etcd-store.ts';
import { keepOnce } from '../../store/upkeep/keeper.ts';

const [endpoint = '', cell = '', dir = '', policy = '{}'] = process.argv.slice(2);
const store = await openStore({ endpoints: [endpoint], cell });
const log = { info: () => undefined, warn: () => undefined };
for (;;) {
  const { failed } = await keepOnce(
    { store, archive: directoryArchive(dir), policy: JSON.parse(policy), log },
    undefined,
  );
  process.stdout.write(failed === undefined ? 'round\n' : `${failed.code} ${failed.message}\n`);
  await delay(1);
}
