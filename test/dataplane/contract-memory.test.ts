import { createMemoryDataplane } from '../../dataplane/memory/driver.ts';
import type { Connection, DataplaneService } from '../../schemas/dataplane.ts';
import { realServerKey, serviceKey } from '../../schemas/names.ts';
import { type DataplaneUnderTest, describeDataplaneContract } from './contract.ts';

const web: DataplaneService = {
  key: serviceKey('tcp', '10.99.9.1', 80),
  name: 'web',
  address: '10.99.9.1',
  port: 80,
  protocol: 'tcp',
  scheduler: 'wrr',
  forwarding: 'fullnat',
  localAddresses: ['10.97.0.101'],
  realServers: [{ address: '10.98.1.21', port: 8080, weight: 3 }],
};

async function make(): Promise<DataplaneUnderTest> {
  const dataplane = createMemoryDataplane();
  const { door } = dataplane;
  let ports = 40_000;
  return {
    dataplane,
    // The twin has no kernel below it: another instance would be another dataplane.
    reopened: async () => dataplane,
    addForeign: async () => {
      door.setForeign([{ where: 'table ip stranger', what: 'dnat' }]);
      return { mark: 'stranger' };
    },
    removeForeign: async () => door.setForeign([]),
    removeByHand: async ({ key }) => {
      const { services } = await dataplane.observe();
      door.setServices([...services.values()].filter((service) => service.key !== key));
    },
    open: async ({ protocol, address, port, realServers, localAddresses }) => {
      const [server = { address: '', port: 0 }] = realServers;
      ports += 1;
      const connection: Connection = {
        protocol,
        client: { address: '10.99.0.10', port: ports },
        vip: { address, port },
        local: { address: localAddresses[0] ?? '10.99.0.10', port: ports },
        realServer: { address: server.address, port: server.port },
        state: 'ESTABLISHED',
        timeoutS: 432_000,
        packets: 3,
        bytes: 180,
      };
      door.setConnections([connection]);
      door.setCounters([
        {
          service: serviceKey(protocol, address, port),
          realServer: realServerKey(server),
          packetsIn: 2,
          bytesIn: 120,
          packetsOut: 1,
          bytesOut: 60,
        },
      ]);
      return connection;
    },
    end: async () => door.setConnections([]),
    close: () => dataplane.close(),
  };
}

describeDataplaneContract('the memory twin', { make, web, runs: 100 });
