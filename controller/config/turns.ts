/**
 * Writers of one controller take turns, because in the store one of them wins and all others begin
 * anew: of fifty at once the last would have lost forty-nine times. Writers of other controllers
 * are met in the store, as ever. When the store is away for one, those who already waited behind
 * it are told so too, instead of each waiting for its own deadline in turn.
 */
import { FleetError } from '../../schemas/errors.ts';

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Work is begun in the order it came in, each when the one before it has ended either way. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let newestOutage: { readonly error: FleetError } | undefined;
  return (work) => {
    const known = newestOutage;
    const turn = last.then(async () => {
      if (newestOutage !== undefined && newestOutage !== known) throw newestOutage.error;
      try {
        return await work();
      } catch (error) {
        if (error instanceof FleetError && error.code === 'E_STORE_AWAY') newestOutage = { error };
        throw error;
      }
    });
    last = turn.catch(() => undefined); // its caller has it; the next in turn does not care
    return turn;
  };
}
