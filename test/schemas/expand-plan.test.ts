import { expect, test } from 'vitest';
import { expandService, type NodeObject } from '../../schemas/plan/node-plan.ts';
import type { ServiceObject } from '../../schemas/plan/service-plan.ts';

const NODE: NodeObject = {
  node: 'lb1',
  cluster: 'edge',
  driver: 'nft',
  managementAddress: '10.97.0.11',
  ownAddresses: [],
  pools: { both: ['10.98.0.101', 'fd98::101', '10.98.0.102'] },
  vrrp: [],
  staticAddresses: [],
};

function lipsOf(...realServers: string[]): readonly string[] | undefined {
  const object: ServiceObject = {
    name: 'web',
    listeners: [{ address: 'fd99::100', port: 80 }],
    protocol: 'tcp',
    scheduler: 'wrr',
    forwarding: 'fullnat',
    localAddressPool: 'both',
    realServers: realServers.map((address) => ({ address, port: 80, weight: 1 })),
    onFailure: 'remove',
  };
  return expandService(object, NODE)[0]?.localAddresses;
}

test('of a pool with both families a service gets the addresses of its real servers’ family', () => {
  expect(lipsOf('10.98.0.21')).toEqual(['10.98.0.101', '10.98.0.102']);
  expect(lipsOf('fd98::21', 'fd98::22')).toEqual(['fd98::101']);
});

test('a service with real servers of both families gets all of the pool', () => {
  expect(lipsOf('10.98.0.21', 'fd98::21')).toEqual(NODE.pools['both']);
});

test('a service without real servers keeps the pool, for the ones to come', () => {
  expect(lipsOf()).toEqual(NODE.pools['both']);
});
