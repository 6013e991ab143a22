/**
 * A real server or a client inside a network namespace, run as a child process and told what to do
 * over its IPC channel. A server greets each TCP connection with who it is and whom it sees, then
 * echoes lines; over UDP it answers each datagram with the same greeting.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { familyOf, parseAddress } from '../../schemas/address.ts';
import type { Protocol } from '../../schemas/names.ts';

export interface Peer {
  readonly address: string;
  readonly port: number;
}

/** What one new connection (or one datagram of a new socket) came to. */
export interface Greeting {
  readonly server: string;
  /** The address the real server was reached at. */
  readonly at: Peer;
  /** Where the connection came from, as the real server sees it. */
  readonly from: Peer;
  /** The client's own end, as the client sees it. */
  readonly own: Peer;
}

export type Command =
  | { do: 'serve'; name: string; protocol: Protocol; address: string; port: number }
  | { do: 'greet'; protocol: Protocol; address: string; port: number }
  | { do: 'open'; id: string; address: string; port: number }
  | { do: 'talk'; id: string; text: string }
  | { do: 'close'; id: string };

export interface Reply {
  readonly result?: unknown;
  readonly error?: string;
}

/** A packet that is dropped on the way would else hold a test until its own end. */
const ANSWER_TIMEOUT_MS = 5_000;

interface Talk {
  readonly socket: Socket;
  readonly lines: AsyncIterator<string>;
}

const talks = new Map<string, Talk>();

async function carryOut(command: Command): Promise<unknown> {
  switch (command.do) {
    case 'serve':
      return command.protocol === 'tcp' ? serveTcp(command) : serveUdp(command);
    case 'greet':
      return command.protocol === 'tcp' ? greetTcp(command) : greetUdp(command);
    case 'open': {
      const { talk, greeting } = await openTcp(command);
      talks.set(command.id, talk);
      return greeting;
    }
    case 'talk': {
      const talk = talks.get(command.id);
      talk?.socket.write(`${command.text}\n`);
      return (await talk?.lines.next())?.value;
    }
    case 'close': {
      const socket = talks.get(command.id)?.socket;
      talks.delete(command.id);
      if (socket === undefined) return;
      const closed = once(socket, 'close');
      socket.end();
      await closed;
    }
  }
}

async function serveTcp({ name, address, port }: Peer & { name: string }): Promise<void> {
  const server = createServer((socket) => {
    const from = peer(socket.remoteAddress, socket.remotePort);
    socket.write(`${JSON.stringify({ server: name, at: { address, port }, from })}\n`);
    socket.pipe(socket);
    socket.on('error', () => socket.destroy());
  }).listen(port, address);
  await once(server, 'listening');
}

async function serveUdp({ name, address, port }: Peer & { name: string }): Promise<void> {
  const socket = createSocket(familyOf(address) === 'ipv4' ? 'udp4' : 'udp6');
  socket.on('message', (_, { address: source, port: sourcePort }) => {
    const from = peer(source, sourcePort);
    socket.send(JSON.stringify({ server: name, at: { address, port }, from }), sourcePort, source);
  });
  socket.bind(port, address);
  await once(socket, 'listening');
}

async function greetTcp(vip: Peer): Promise<Greeting> {
  const { talk, greeting } = await openTcp(vip);
  const closed = once(talk.socket, 'close');
  talk.socket.end();
  await closed;
  return greeting;
}

async function openTcp({ address, port }: Peer): Promise<{ talk: Talk; greeting: Greeting }> {
  const socket = connect(port, address);
  const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  await once(socket, 'connect', { signal });
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const first = await lines.next();
  const own = peer(socket.localAddress, socket.localPort);
  return { talk: { socket, lines }, greeting: { ...JSON.parse(String(first.value)), own } };
}

async function greetUdp({ address, port }: Peer): Promise<Greeting> {
  const socket = createSocket(familyOf(address) === 'ipv4' ? 'udp4' : 'udp6');
  try {
    socket.connect(port, address);
    await once(socket, 'connect');
    const own = peer(socket.address().address, socket.address().port);
    const answer = once(socket, 'message', { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    socket.send('hello');
    const [data] = await answer;
    return { ...JSON.parse(String(data)), own };
  } finally {
    socket.close();
  }
}

function peer(address = '', port = 0): Peer {
  return { address: parseAddress(address) ?? address, port };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit(0));
  process.on('message', ({ id, command }: { id: number; command: Command }) => {
    carryOut(command).then(
      (result) => process.send?.({ id, reply: { result } }),
      (error) => process.send?.({ id, reply: { error: String(error.code ?? error) } }),
    );
  });
}
