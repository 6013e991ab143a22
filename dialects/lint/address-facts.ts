/** The addresses of a director and who puts them there. */
import type { CarriedAddress } from '../keepalived/views/vrrp.ts';
import { optional } from '../text/optional.ts';
import type { LintNode } from './bundle.ts';
import type { AddressFact } from './fact.ts';

export function addressFacts(node: LintNode): AddressFact[] {
  return [
    ...node.keepalived.flatMap(({ config }) => [
      ...config.instances.flatMap(({ name, addresses, excludedAddresses }) =>
        [...addresses, ...excludedAddresses].map((carried) => ({
          ...fromCarried(carried, 'vrrp'),
          instance: name,
        })),
      ),
      ...config.staticAddresses.map((carried) => fromCarried(carried, 'static')),
    ]),
    ...node.settings.flatMap((setting): AddressFact[] => {
      if (setting.kind !== 'address' || setting.isRemoved) return [];
      const { address, device, at } = setting;
      const length = optional('prefixLength', setting.prefixLength);
      return [{ address, device, origin: 'static', at, ...length }];
    }),
    ...node.dpip.flatMap(({ body, span }): AddressFact[] => {
      if (body.object !== 'addr' || body.action === 'del') return [];
      const length = optional('prefixLength', body.prefixLength);
      const device = body.device.text;
      return [{ address: body.address, device, origin: 'dpip', at: span, ...length }];
    }),
  ];
}

function fromCarried(carried: CarriedAddress, origin: 'static' | 'vrrp'): AddressFact {
  return {
    address: carried.address,
    origin,
    at: carried.word.span,
    ...optional('prefixLength', carried.prefixLength),
    ...optional('device', carried.device?.text),
  };
}
