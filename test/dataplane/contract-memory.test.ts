import { createMemoryDataplane } from '../../dataplane/memory/driver.ts';
import type { Connection, DataplaneService, DataplaneZone } from '../../schemas/dataplane.ts';
import { realServerKey, serviceKey } from '../../schemas/names.ts';
import { describeDataplaneContract } from './contract.ts';
import type { DataplaneUnderTest } from './dataplane-under-test.ts';

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

const outward: DataplaneZone = {
  key: 'office/default',
  sources: ['10.99.0.0/24'],
  destinations: [],
  addresses: ['10.97.0.101', '10.97.0.103'],
  rotation: 'roundRobin',
  egressInterface: 'back1',
  protocols: ['icmp', 'tcp', 'udp'],
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
    removeZoneByHand: async ({ key }) => {
      const { zones } = await dataplane.observe();
      door.setZones(zones.filter((zone) => zone.key !== key));
    },
    openOutward: async () => {
      ports += 1;
      const outside = { address: '10.98.1.21', port: 8080 };
      const connection: Connection = {
        protocol: 'tcp',
        client: { address: '10.99.0.10', port: ports },
        vip: outside,
        local: { address: '10.97.0.101', port: ports },
        realServer: outside,
        state: 'ESTABLISHED',
        timeoutS: 432_000,
        packets: 3,
        bytes: 180,
        zone: outward.key,
      };
      door.setConnections([connection]);
      const traffic = { packetsOut: 2, bytesOut: 120, packetsIn: 1, bytesIn: 60 };
      door.setSnatCounters({
        zones: [{ zone: outward.key, connections: 1, ...traffic }],
        unmatched: 0,
        natFailures: 0,
      });
      return connection;
    },
    close: () => dataplane.close(),
  };
}

describeDataplaneContract('the memory twin', { make, web, outward, runs: 100 });
