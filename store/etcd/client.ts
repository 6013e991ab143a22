/**
 * The clients of npm etcd3, set up so that a fault costs as little as possible: no circuit breaker
 * for a single endpoint (the default one answers for 5 s instead of a server that is back), no
 * retries inside the library (it would repeat a transaction whose outcome is unknown; call.ts
 * decides what may be repeated), deadlines on unary calls, and links that notice a dead peer.
 * Watches have a client of their own with its own connection: a consumer that stands still holds
 * up the connection's flow-control window, and must not hold up reads and writes with it.
 */
import { readFileSync } from 'node:fs';
import { ConsecutiveBreaker, circuitBreaker, handleWhen, type IPolicy, noop } from 'cockatiel';
import { Etcd3, type IOptions } from 'etcd3';
import { FleetError } from '../../schemas/errors.ts';
import { ATTEMPT_DEADLINE_MS, RECEIVE_BYTES_MAX } from '../limits.ts';
import { isAway } from './faults.ts';

/** PEM files and password file, read once at start; nothing secret stands in argv or a log. */
export interface EtcdCredentials {
  readonly caFile?: string | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly user?: string | undefined;
  readonly passwordFile?: string | undefined;
}

export interface EtcdClients {
  /** Aborted by close(): what goes on until then ends. */
  readonly closing: AbortSignal;
  readonly unary: Etcd3;
  readonly watch: Etcd3;
  /** A client for each member alone, for what is asked of members; made when first asked for. */
  members(): readonly Etcd3[];
  close(): void;
}

/** Does not connect yet: an agent starts from its disk while etcd is away. */
export function makeClients(
  endpoints: readonly string[],
  credentials: EtcdCredentials = {},
): EtcdClients {
  if (endpoints.length === 0) {
    throw new FleetError('E_USAGE', 'no etcd endpoint is given', {
      hint: 'name at least one, such as http://127.0.0.1:2379',
    });
  }
  const options = clientOptions(endpoints, credentials);
  const unary = new Etcd3(options);
  const watch = new Etcd3({
    ...options,
    grpcOptions: { ...options.grpcOptions, 'grpc.use_local_subchannel_pool': 1 },
  });
  const closing = new AbortController();
  let members: readonly Etcd3[] | undefined;
  return {
    closing: closing.signal,
    unary,
    watch,
    members: () => {
      members ??= endpoints.map((endpoint) => new Etcd3(clientOptions([endpoint], credentials)));
      return members;
    },
    close: () => {
      closing.abort();
      for (const member of members ?? []) member.close();
      unary.close();
      watch.close();
    },
  };
}

function clientOptions(endpoints: readonly string[], credentials: EtcdCredentials): IOptions {
  return {
    hosts: [...endpoints],
    ...identity(credentials),
    grpcOptions: {
      'grpc.max_receive_message_length': RECEIVE_BYTES_MAX,
      'grpc.initial_reconnect_backoff_ms': 50,
      'grpc.max_reconnect_backoff_ms': 500,
      // etcd refuses clients that ping more often than every 5 s.
      'grpc.keepalive_time_ms': 10_000,
      'grpc.keepalive_timeout_ms': 3_000,
    },
    defaultCallOptions: (context) =>
      context.isStream ? {} : { deadline: Date.now() + ATTEMPT_DEADLINE_MS },
    faultHandling: {
      global: noop,
      host: () => hostPolicy(endpoints.length),
    },
  };
}

/**
 * Among several members the breaker steers calls away from one that is down; it looks only at
 * faults of the link, so a refused request (too large, no permission) never opens it.
 */
function hostPolicy(members: number): IPolicy {
  if (members === 1) return noop;
  return circuitBreaker(handleWhen(isAway), {
    halfOpenAfter: 500,
    breaker: new ConsecutiveBreaker(3),
  });
}

function identity(credentials: EtcdCredentials): Pick<IOptions, 'credentials' | 'auth'> {
  const { caFile, certFile, keyFile, user, passwordFile } = credentials;
  return {
    ...(caFile === undefined
      ? {}
      : {
          credentials: {
            rootCertificate: readFileSync(caFile),
            ...(certFile === undefined ? {} : { certChain: readFileSync(certFile) }),
            ...(keyFile === undefined ? {} : { privateKey: readFileSync(keyFile) }),
          },
        }),
    ...(user === undefined || passwordFile === undefined
      ? {}
      : { auth: { username: user, password: readFileSync(passwordFile, 'utf8').trimEnd() } }),
  };
}
