/** What etcd itself counted between two moments: requests, bytes over the wire and to its log. */

export interface Traffic {
  readonly requests: number;
  readonly receivedBytes: number;
  readonly sentBytes: number;
  /** Write-ahead log, with its own framing. */
  readonly logBytes: number;
}

export async function metered(endpoint: string, work: () => Promise<unknown>): Promise<Traffic> {
  const before = await read(endpoint);
  await work();
  const after = await read(endpoint);
  return {
    requests: after.requests - before.requests,
    receivedBytes: after.receivedBytes - before.receivedBytes,
    sentBytes: after.sentBytes - before.sentBytes,
    logBytes: after.logBytes - before.logBytes,
  };
}

async function read(endpoint: string): Promise<Traffic> {
  const text = await (await fetch(`${endpoint}/metrics`)).text();
  const sum = (name: string, part = '') =>
    text
      .split('\n')
      .filter((line) => line.startsWith(name) && line.includes(part))
      .reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);
  return {
    requests: sum('grpc_server_handled_total', 'etcdserverpb.KV'),
    receivedBytes: sum('etcd_network_client_grpc_received_bytes_total'),
    sentBytes: sum('etcd_network_client_grpc_sent_bytes_total'),
    logBytes: sum('etcd_disk_wal_write_bytes_total'),
  };
}
