/**
 * Changes under traffic: clients connect without a pause while weights, real servers, local
 * addresses and other services come and go. Nothing of it may cost a connection.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataplane } from '../../dataplane/contract.ts';
import { createNftDataplane } from '../../dataplane/nft/driver.ts';
import type { DataplaneService, Op } from '../../schemas/dataplane.ts';
import { serviceKey } from '../../schemas/names.ts';
import { type BalancerNetwork, NET, startBalancerNetwork } from './balancer-network.ts';

const { vip, servers, lips } = NET.ipv4;
const service: DataplaneService = {
  key: serviceKey('tcp', vip, 80),
  name: 'web',
  address: vip,
  port: 80,
  protocol: 'tcp',
  scheduler: 'wrr',
  forwarding: 'fullnat',
  localAddresses: [lips[0]],
  realServers: servers.map((address) => ({ address, port: 8080, weight: 1 })),
};
const other = { ...service, port: 81, key: serviceKey('tcp', vip, 81) };
const { key } = service;
const steady = { address: servers[0], port: 8080, weight: 1 };
const moving = { address: servers[1], port: 8080 };

/** One round leaves the service as it was. */
const round: readonly (readonly Op[])[] = [
  [{ kind: 'setWeight', key, realServer: { ...moving, weight: 7 } }],
  [{ kind: 'addService', service: other }],
  [{ kind: 'setWeight', key, realServer: { ...moving, weight: 0 } }],
  [{ kind: 'addLocalAddress', key, address: lips[1] }],
  [{ kind: 'removeRealServer', key, realServer: `${moving.address}:${moving.port}` }],
  [{ kind: 'removeService', key: other.key }],
  [{ kind: 'addRealServer', key, realServer: { ...moving, weight: 2 } }],
  [{ kind: 'removeLocalAddress', key, address: lips[1] }],
  [{ kind: 'setWeight', key, realServer: { ...moving, weight: 1 } }],
];
const ROUNDS = 15;

let network: BalancerNetwork;
let dataplane: Dataplane;

beforeAll(async () => {
  network = await startBalancerNetwork();
  dataplane = createNftDataplane({ netns: network.director });
  for (const [i, server] of network.servers.entries()) {
    const address = servers[i] ?? '';
    await server.tell({ do: 'serve', name: `rs${i + 1}`, protocol: 'tcp', address, port: 8080 });
  }
  await dataplane.apply([{ kind: 'addService', service }]);
});

afterAll(async () => {
  await dataplane?.close();
  await network?.close();
});

describe('the nft driver under traffic', () => {
  it('loses no connection, new or old, to any change', async () => {
    await network.client.tell({ do: 'open', id: 'old', address: vip, port: 80 });
    let isChanging = true;
    const answered = { rs1: 0, rs2: 0 };
    const connect = async () => {
      while (isChanging) {
        const { server } = await network.client.greet('tcp', service);
        answered[server as 'rs1' | 'rs2'] += 1;
      }
    };
    const clients = Promise.all([connect(), connect(), connect(), connect()]);
    for (let i = 0; i < ROUNDS; i += 1) for (const ops of round) await dataplane.apply(ops);
    isChanging = false;
    await clients;
    const echo = await network.client.tell({ do: 'talk', id: 'old', text: 'still there' });
    expect(echo).toBe('still there');
    expect(answered.rs1).toBeGreaterThan(ROUNDS);
    expect(answered.rs2).toBeGreaterThan(ROUNDS);
    const { services } = await dataplane.observe();
    expect(services.get(key)?.realServers).toContainEqual(steady);
  });
});
