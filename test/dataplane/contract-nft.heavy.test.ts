import { createNftDataplane } from '../../dataplane/nft/driver.ts';
import type { DataplaneService, DataplaneZone } from '../../schemas/dataplane.ts';
import { serviceKey } from '../../schemas/names.ts';
import { until } from '../kit/until.ts';
import { NET, startBalancerNetwork } from './balancer-network.ts';
import { describeDataplaneContract } from './contract.ts';
import type { DataplaneUnderTest } from './dataplane-under-test.ts';
import type { Greeting } from './endpoint.ts';

const { vip, servers, lips } = NET.ipv4;

const web: DataplaneService = {
  key: serviceKey('tcp', vip, 80),
  name: 'web',
  address: vip,
  port: 80,
  protocol: 'tcp',
  scheduler: 'wrr',
  forwarding: 'fullnat',
  localAddresses: [lips[0], lips[1]],
  realServers: servers.map((address) => ({ address, port: 8080, weight: 3 })),
};

const outward: DataplaneZone = {
  key: 'office/default',
  sources: ['10.99.0.0/24'],
  destinations: [],
  addresses: [lips[0], lips[1]],
  rotation: 'roundRobin',
  egressInterface: 'back1',
  protocols: ['icmp', 'tcp', 'udp'],
};

const FOREIGN = `table ip stranger {
  chain pre { type nat hook prerouting priority -90; tcp dport 9 dnat to 10.0.0.9
  }
}
`;

async function make(): Promise<DataplaneUnderTest> {
  const network = await startBalancerNetwork();
  const dataplane = createNftDataplane({ netns: network.director });
  const { client } = network;
  await Promise.all(
    network.servers.map((server, i) =>
      server.tell({
        do: 'serve',
        name: `rs${i + 1}`,
        protocol: 'tcp',
        address: servers[i] ?? '',
        port: 8080,
      }),
    ),
  );
  return {
    dataplane,
    reopened: async () => createNftDataplane({ netns: network.director }),
    addForeign: async () => {
      await network.inDirector(['nft', '-f', '-'], FOREIGN);
      return { mark: 'ip stranger' };
    },
    removeForeign: async () => {
      await network.inDirector(['nft', 'delete', 'table', 'ip', 'stranger']);
    },
    removeByHand: async ({ address, protocol, port }) => {
      const key = `{ ${address} . ${protocol} . ${port} }`;
      await network.inDirector(['nft', 'delete', 'element', 'inet', 'sluice', 'svc4', key]);
    },
    open: async ({ address, port }) => {
      const { own, at, from } = (await client.tell({
        do: 'open',
        id: 'one',
        address,
        port,
      })) as Greeting;
      return { client: own, realServer: at, local: from };
    },
    end: async () => {
      await client.tell({ do: 'close', id: 'one' });
      // Entries of closed connections stay in TIME_WAIT for minutes; later tests count from none.
      await network.inDirector(['conntrack', '-F']);
      await until('an empty connection table', async () => {
        return (await dataplane.connections({ limit: 0 })).total === 0;
      });
    },
    removeZoneByHand: async ({ key }) => {
      const chain = ['inet', 'sluice', 'zones'];
      const text = await network.inDirector(['nft', '-a', 'list', 'chain', ...chain]);
      const rule = text.split('\n').find((line) => line.includes(`"${key}"`)) ?? '';
      const handle = /# handle (\d+)/.exec(rule)?.[1] ?? 'none';
      await network.inDirector(['nft', 'delete', 'rule', ...chain, 'handle', handle]);
    },
    openOutward: async () => {
      const { own, at, from } = (await client.tell({
        do: 'open',
        id: 'one',
        address: servers[0],
        port: 8080,
      })) as Greeting;
      return { client: own, realServer: at, local: from };
    },
    close: async () => {
      await dataplane.close();
      await network.close();
    },
  };
}

describeDataplaneContract('the nft driver', { make, web, outward, runs: 25 });
