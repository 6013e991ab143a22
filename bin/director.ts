/**
 * The parts of a director that a plan describes: the driver of its cluster, and with a kernel also
 * VRRP, connection sync, static addresses, and eyes for what is not ours. Wiring only.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createStaticAddresses } from '../dataplane/addresses/static-addresses.ts';
import { createSurroundings, vrrpObstacles } from '../dataplane/adopt/surroundings.ts';
import { createConnectionSync } from '../dataplane/connection-sync/driver.ts';
import { createMemoryDataplane } from '../dataplane/memory/driver.ts';
import { createNftAdoption } from '../dataplane/nft/adopt/adoption.ts';
import { createNftDataplane } from '../dataplane/nft/driver.ts';
import { createVrrp } from '../dataplane/vrrp/driver.ts';
import type { DirectorFactory } from '../node-agent/ports.ts';

export function directorFactory(stateDir: string): DirectorFactory {
  return async (node, hooks) => {
    // Simulated directors: no kernel, no daemons, the same agent.
    if (node.driver === 'memory') return { dataplane: createMemoryDataplane() };
    const folder = async (name: string) => {
      const dir = join(stateDir, name);
      await mkdir(dir, { recursive: true, mode: 0o700 });
      return dir;
    };
    const ownAddresses = [...new Set([node.managementAddress, ...node.ownAddresses])];
    const dataplane = createNftDataplane();
    const ledgerPath = join(stateDir, 'addresses', 'static-addresses.json');
    const carriedPath = join(stateDir, 'keepalived', 'carried.json');
    const around = { ledgerPaths: [ledgerPath, carriedPath], stateDir };
    return {
      dataplane,
      surroundings: createSurroundings(around),
      adoption: createNftAdoption({
        ...{ dataplane, ledgerPath, dir: await folder('adoption'), nowMs: Date.now },
        obstacles: ({ node: plan }) => vrrpObstacles(plan, around),
      }),
      staticAddresses: createStaticAddresses({ dir: await folder('addresses'), ownAddresses }),
      connectionSync: createConnectionSync({ dir: await folder('conntrackd'), ownAddresses }),
      vrrp: createVrrp({
        dir: await folder('keepalived'),
        node: node.node,
        ownAddresses,
        report: (report) => {
          if (report.type === 'released') hooks.onReleased(report.released, report.reason);
          if (report.type === 'problem') hooks.onTrouble(report.error);
        },
      }),
    };
  };
}
