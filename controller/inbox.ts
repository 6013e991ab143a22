/**
 * An inbox between a subscription that calls back and a loop that works at its own pace: `take`
 * waits for something and returns all that has come, so a slow round is followed by one round for
 * everything that happened meanwhile.
 */
export interface Inbox<T> {
  readonly put: (item: T) => void;
  /** The next `take` rejects with this. */
  readonly fail: (error: unknown) => void;
  /** Makes a waiting `take` return, with nothing if there is nothing. */
  readonly wake: () => void;
  take(): Promise<T[]>;
}

export function createInbox<T>(): Inbox<T> {
  let items: T[] = [];
  let failure: { readonly error: unknown } | undefined;
  let woken = false;
  let notify: (() => void) | undefined;
  const ring = () => notify?.();

  const take = async (): Promise<T[]> => {
    while (items.length === 0 && failure === undefined && !woken) {
      await new Promise<void>((resolve) => {
        notify = resolve;
      });
      notify = undefined;
    }
    if (failure !== undefined) throw failure.error;
    woken = false;
    const taken = items;
    items = [];
    return taken;
  };
  return {
    put: (item) => {
      items.push(item);
      ring();
    },
    fail: (error) => {
      failure ??= { error };
      ring();
    },
    wake: () => {
      woken = true;
      ring();
    },
    take,
  };
}
