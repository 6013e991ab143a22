/**
 * The ports of the procedures over a simulated fleet whose time is that of the given clock, and a
 * count of the calls.
 */
import type { Ports } from '../../workflows/ports.ts';
import type { SimulatedFleet } from './simulated-fleet.ts';

export interface CountedPorts extends Ports {
  readonly calls: {
    survey: number;
    acquire: number;
    setAdminState: number;
    release: number;
    moveRefs: number;
  };
}

export function simulatedPorts(fleet: SimulatedFleet, clock: () => number): CountedPorts {
  const calls = { survey: 0, acquire: 0, setAdminState: 0, release: 0, moveRefs: 0 };
  const counted = async <T>(name: keyof typeof calls, work: () => T): Promise<T> => {
    calls[name]++;
    fleet.advanceTo(clock());
    return work();
  };
  return {
    calls,
    locks: {
      acquire: (request) => counted('acquire', () => fleet.acquire(request)),
      release: (request) => counted('release', () => fleet.release(request)),
    },
    nodeRefs: {
      setAdminState: (change) => counted('setAdminState', () => fleet.setAdminState(change)),
    },
    fleet: {
      survey: () => counted('survey', () => fleet.survey()),
      drainProgress: async (node) => fleet.drainProgress(node),
    },
    rollouts: {
      moveRefs: (move) => counted('moveRefs', () => fleet.moveRefs(move)),
    },
  };
}
