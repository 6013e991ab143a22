import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptPlan, acceptRef } from '../../node-agent/plan/accept.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import { assignment, nodeRef, serviceObject, snatObjects } from './plans.ts';

const refusalOf = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};
const isAccepted = (current: NodeRef | undefined, next: NodeRef) =>
  refusalOf(() => acceptRef(current, next)) === undefined;

describe('a ref', () => {
  const current = nodeRef({ generation: 7, token: 40 });
  const elsewhere = { cluster: 'other', generation: 1, digest: '0'.repeat(64) };
  test.each([
    ['the first of all', undefined, nodeRef({ generation: 1 }), undefined],
    ['the same again', current, current, undefined],
    ['a newer generation', current, nodeRef({ generation: 8, token: 40 }), undefined],
    ['an older generation', current, nodeRef({ generation: 6, token: 40 }), 'E_PLAN_STALE'],
    [
      'an older one that says so',
      current,
      nodeRef({ generation: 6, token: 40, revert: true }),
      undefined,
    ],
    ['an older fencing token', current, nodeRef({ generation: 8, token: 39 }), 'E_FENCED'],
    [
      'a revert under an older token',
      current,
      nodeRef({ generation: 6, token: 39, revert: true }),
      'E_FENCED',
    ],
    [
      'another cluster, which counts anew',
      current,
      nodeRef({ plan: elsewhere, token: 3 }),
      undefined,
    ],
  ])('%s', (_, before, next, code) => {
    expect((refusalOf(() => acceptRef(before, next)) as { code?: string } | undefined)?.code).toBe(
      code,
    );
  });

  test('racing writers can only move a director forward, whatever arrives in whatever order', () => {
    const anyRef = fc
      .record({ generation: fc.nat({ max: 9 }), token: fc.nat({ max: 9 }) })
      .map((over) => nodeRef(over));
    fc.assert(
      fc.property(fc.array(anyRef), (arrivals) => {
        let at: NodeRef | undefined;
        for (const next of arrivals) {
          if (!isAccepted(at, next)) continue;
          expect(next.plan.generation).toBeGreaterThanOrEqual(at?.plan.generation ?? 0);
          expect(next.token).toBeGreaterThanOrEqual(at?.token ?? 0);
          at = next;
        }
      }),
    );
  });
});

describe('a plan that would cut the director off is refused', () => {
  const carried = (address: string) => ({ address: `${address}/32`, interface: 'f0' });
  const vrrp = (address: string) => ({
    ...{ name: 'front4', interface: 'f0', virtualRouterId: 51, family: 'ipv4' as const },
    ...{ advertIntervalMs: 300, priority: 100, addresses: [carried(address)] },
  });
  const vip = (address: string) =>
    assignment([serviceObject('web', { listeners: [{ address, port: 80 }] })]);
  test.each([
    ['a VIP that is the management address', vip('192.0.2.1'), '192.0.2.1'],
    ['a VIP that is another address of its own', vip('10.99.0.11'), '10.99.0.11'],
    [
      'a local address',
      assignment(undefined, { node: { pools: { lips: ['192.0.2.1'] } } }),
      '192.0.2.1',
    ],
    [
      'an address of a SNAT zone',
      assignment([], {
        node: { snatGateways: ['out'], ownAddresses: ['203.0.113.98'] },
        snat: snatObjects('out', 'a'),
      }),
      '203.0.113.98',
    ],
    ['a carried address', assignment([], { node: { vrrp: [vrrp('192.0.2.1')] } }), '192.0.2.1'],
    [
      'a static address',
      assignment([], { node: { staticAddresses: [carried('192.0.2.1')] } }),
      '192.0.2.1',
    ],
  ])('%s', (_, next, address) => {
    const error = refusalOf(() => acceptPlan(next));
    expect(error).toMatchObject({
      code: 'E_MANAGEMENT_LOCKOUT',
      retryable: false,
      message: `the plan claims ${address}, which lb1 needs for itself`,
    });
  });

  test('also in a service that is new in a plan of which the rest was accepted', () => {
    const accepted = assignment([serviceObject('web')]);
    const [group] = vip('192.0.2.1').services.values();
    const services = new Map([...accepted.services, ['service/more', group ?? []] as const]);
    const next = { ...accepted, services };
    expect(() => acceptPlan(accepted, [], accepted)).not.toThrow();
    expect(() => acceptPlan(next, [], accepted)).toThrow('claims 192.0.2.1,');
    // What the director needs for itself may be what is new.
    const node = { ...accepted.node, ownAddresses: ['10.99.0.100'] };
    expect(() => acceptPlan({ ...accepted, node }, [], accepted)).toThrow('claims 10.99.0.100,');
  });

  test('also one that takes an address which the caller found in use', () => {
    expect(() => acceptPlan(vip('203.0.113.9'), ['203.0.113.9'])).toThrow('203.0.113.9');
    expect(() => acceptPlan(vip('203.0.113.9'))).not.toThrow();
  });

  test('an ordinary plan is taken', () => {
    expect(() =>
      acceptPlan(assignment(undefined, { node: { vrrp: [vrrp('10.99.0.100')] } })),
    ).not.toThrow();
  });
});
