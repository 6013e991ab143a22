/** What the log says of a watch: that it was lost, why, and that it is back. Once each. */
import type { StoreContext } from './context.ts';
import type { WatchOptions } from './etcd/gap-proof-watch.ts';

/** Spread into the options of a watch; `tell` hears of the connection too. */
export function watchLog(
  { log }: StoreContext,
  watched: string,
  tell?: (connected: boolean) => void,
): Required<Pick<WatchOptions, 'onConnection' | 'onTrouble'>> {
  let isLost = false;
  return {
    onTrouble: (err) => {
      if (!isLost) log.warn({ watched, err }, 'a watch was lost');
      isLost = true;
    },
    onConnection: (connected) => {
      if (connected && isLost) log.info({ watched }, 'a watch is back');
      if (connected) isLost = false;
      tell?.(connected);
    },
  };
}
