/**
 * A TCP proxy between a client and etcd that breaks connections on purpose: at once, after so many
 * bytes of answers, or by keeping silent while it stays open.
 */
import net from 'node:net';

export interface CuttingProxy {
  readonly endpoint: string;
  /** Connections made so far. */
  readonly connections: number;
  /** Breaks the next `times` connections when they have carried so many bytes of answers. */
  cutAfterBytes(count: number, times?: number): void;
  cutAll(): void;
  /** From the first request that holds this text on, lets requests through, but no answers. */
  holdAnswersFrom(text: string): void;
  /** Whether such a request has come. */
  readonly isHolding: boolean;
  /** New connections go to another server. */
  setTarget(port: number): void;
  /** Breaks all connections and lets answers through again. */
  cutAndRelease(): void;
  /** Carries nothing in either direction and refuses nothing, until `false`. */
  setSilent(isSilent: boolean): void;
  close(): Promise<void>;
}

export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const open = new Set<() => void>();
  const pipes = new Set<net.Socket>();
  const answering = new Set<net.Socket>();
  let cutAfter = 0;
  let cutsLeft = 0;
  let target = port;
  let isSilent = false;
  let heldFrom: string | undefined;
  let isHeld = false;
  let connections = 0;
  const server = net.createServer((near) => {
    connections++;
    let carried = 0;
    const far = net.connect(target, '127.0.0.1');
    const cut = () => {
      near.destroy();
      far.destroy();
      open.delete(cut);
      pipes.delete(near);
      pipes.delete(far);
      answering.delete(far);
    };
    answering.add(far);
    open.add(cut);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      pipes.add(from);
      from.on('error', cut);
      from.on('close', cut);
      from.on('data', (data) => {
        if (from === near && heldFrom !== undefined && data.includes(heldFrom)) {
          isHeld = true;
          for (const socket of answering) socket.pause();
        }
        to.write(data);
        if (from !== far) return;
        carried += data.length;
        if (cutsLeft === 0 || carried < cutAfter) return;
        cutsLeft--;
        // After what was written has gone out, so that the client has a part of the backlog.
        to.end(cut);
      });
      if (isSilent || (isHeld && from === far)) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: ownPort } = server.address() as net.AddressInfo;
  const cutAll = () => {
    for (const cut of open) cut();
  };
  return {
    endpoint: `http://127.0.0.1:${ownPort}`,
    get connections() {
      return connections;
    },
    get isHolding() {
      return isHeld;
    },
    cutAfterBytes: (count, times = 1) => {
      cutAfter = count;
      cutsLeft = times;
    },
    cutAll,
    setTarget: (other) => {
      target = other;
    },
    holdAnswersFrom: (text) => {
      heldFrom = text;
    },
    cutAndRelease: () => {
      heldFrom = undefined;
      isHeld = false;
      cutAll();
    },
    setSilent: (silent) => {
      isSilent = silent;
      for (const socket of pipes) {
        if (silent) socket.pause();
        else socket.resume();
      }
    },
    close: async () => {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
