/**
 * Random services for property tests: few keys, addresses and weights, so that two random states
 * often meet in the same service and the same real server.
 */
import fc from 'fast-check';
import { canonicalService } from '../../dataplane/canonical.ts';
import type { DataplaneService, ServiceOp } from '../../schemas/dataplane.ts';
import { realServerKey, type ServiceKey, serviceKey } from '../../schemas/names.ts';

const v4 = { vips: ['10.0.0.1', '10.0.0.2'], inside: '10.1.0.', lips: '10.2.0.' };
const v6 = { vips: ['2001:db8::1'], inside: 'fd01::', lips: 'fd02::' };

const weight = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.integer({ min: 0, max: 300 }),
);

export const service: fc.Arbitrary<DataplaneService> = fc
  .constantFrom(v4, v6)
  .chain(({ vips, inside, lips }) =>
    fc.record({
      name: fc.constantFrom('web', 'dns', 'mail'),
      address: fc.constantFrom(...vips),
      port: fc.constantFrom(53, 80),
      protocol: fc.constantFrom('tcp' as const, 'udp' as const),
      scheduler: fc.constantFrom('rr' as const, 'wrr' as const),
      forwarding: fc.constantFrom('nat' as const, 'fullnat' as const),
      localAddresses: fc.uniqueArray(
        fc.integer({ min: 1, max: 4 }).map((n) => `${lips}${n}`),
        { maxLength: 3 },
      ),
      realServers: fc.uniqueArray(
        fc.record({
          address: fc.integer({ min: 1, max: 4 }).map((n) => `${inside}${n}`),
          port: fc.constantFrom(80, 8080),
          weight,
        }),
        { maxLength: 5, selector: realServerKey },
      ),
    }),
  )
  .map((fields) =>
    canonicalService({
      ...fields,
      key: serviceKey(fields.protocol, fields.address, fields.port),
    }),
  );

export const services: fc.Arbitrary<Map<ServiceKey, DataplaneService>> = fc
  .uniqueArray(service, { maxLength: 6, selector: ({ key }) => key })
  .map((list) => new Map(list.map((one) => [one.key, one])));

/** Any op on services, fitting the state it meets or not. */
export const op: fc.Arbitrary<ServiceOp> = service.chain((one): fc.Arbitrary<ServiceOp> => {
  const { key, name, scheduler, forwarding } = one;
  const edits: ServiceOp[] = [
    { kind: 'addService', service: one },
    { kind: 'removeService', key },
    { kind: 'editService', key, name, scheduler, forwarding },
    ...one.localAddresses.flatMap((address): ServiceOp[] => [
      { kind: 'addLocalAddress', key, address },
      { kind: 'removeLocalAddress', key, address },
    ]),
    ...one.realServers.flatMap((realServer): ServiceOp[] => [
      { kind: 'addRealServer', key, realServer },
      { kind: 'setWeight', key, realServer },
      { kind: 'removeRealServer', key, realServer: realServerKey(realServer) },
    ]),
  ];
  return fc.constantFrom(...edits);
});
