import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import { FleetError } from '../../schemas/errors.ts';
import { toDirectorView } from '../../workflows/activities/condense.ts';
import {
  createActivities,
  type ProcedureActivities,
} from '../../workflows/activities/create-activities.ts';
import { formatLockOwner, parseLockOwner } from '../../workflows/lock-owner.ts';
import { SimulatedFleet } from './simulated-fleet.ts';
import { simulatedPorts } from './simulated-ports.ts';

const PAIR = [
  { name: 'lb1', priority: 150 },
  { name: 'lb2', priority: 100 },
];

/** Activities whose store fails with this. */
function failingWith(error: Error): ProcedureActivities {
  const fleet = new SimulatedFleet({ directors: PAIR });
  const ports = simulatedPorts(fleet, () => 0);
  const setAdminState = () => Promise.reject(error);
  const owners = { isRunning: async () => true };
  return createActivities({ ...ports, nodeRefs: { setAdminState }, owners });
}

const CHANGE: Parameters<ProcedureActivities['setAdminState']>[0] = {
  node: 'lb1',
  to: 'draining',
  expectFrom: ['active'],
  token: 1,
  origin: { actor: 'mara', channel: 'workflow', reason: '', correlationId: '' },
};

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('faults at the edge to Temporal', () => {
  test('what may succeed later is retried, under its stable code', async () => {
    const fault = new FleetError('E_STORE_AWAY', 'etcd does not answer', { retryable: true });
    const error = await thrown(failingWith(fault).setAdminState(CHANGE));
    expect(error).toBeInstanceOf(ApplicationFailure);
    expect(error).toMatchObject({ type: 'E_STORE_AWAY', nonRetryable: false, cause: fault });
  });

  test.each(['E_FENCED', 'E_CONFLICT', 'E_NOT_FOUND'] as const)('%s is final', async (code) => {
    const fault = new FleetError(code, 'no', { hint: 'look again' });
    const error = await thrown(failingWith(fault).setAdminState(CHANGE));
    expect(error).toMatchObject({ type: code, nonRetryable: true, message: 'no (look again)' });
  });

  test('what is no fault of ours goes through as it is, for Temporal to retry', async () => {
    const defect = new TypeError('x is undefined');
    expect(await thrown(failingWith(defect).setAdminState(CHANGE))).toBe(defect);
  });
});

describe('a director as the rules see it', () => {
  const [lb1] = new SimulatedFleet({ directors: PAIR }).survey();
  if (lb1?.status === undefined) throw new Error('lb1 answers');
  const survey = lb1;
  const { status } = lb1;

  test('is bounded: addresses are counted and a few named, health only when asked for', () => {
    const ownedAddresses = Array.from({ length: 5_000 }, (_, i) => `2001:db8::${i.toString(16)}`);
    const view = toDirectorView({ ...survey, status: { ...status, ownedAddresses } }, false);
    expect(view.seen?.ownedAddresses).toEqual({
      total: 5_000,
      first: ['2001:db8::0', '2001:db8::1', '2001:db8::2'],
    });
    expect(view.seen?.health).toBeUndefined();
    // Some 800 looks at 16 directors stay below a fifth of the 50 MB that a history may have.
    expect(JSON.stringify(view).length).toBeLessThan(800);
  });

  test('has nothing seen when its agent is silent, whatever status is lying around', () => {
    const view = toDirectorView({ ...survey, contact: 'silent' }, true);
    expect(view).toEqual({ node: 'lb1', adminState: 'active' });
  });
});

describe('the owner of a lock', () => {
  test('is workflow id and run, and can be read back', () => {
    const owner = { workflowId: 'node/lb1@site/service', runId: '0190-ab' };
    expect(parseLockOwner(formatLockOwner(owner))).toEqual(owner);
  });

  test.each(['person:ilja', 'workflow:', 'workflow:@run', 'workflow:node/lb1/service@', ''])(
    '%j is no workflow',
    (owner) => {
      expect(parseLockOwner(owner)).toBeUndefined();
    },
  );
});
