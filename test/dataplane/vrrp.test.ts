import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VrrpTransition } from '../../dataplane/vrrp/contract.ts';
import { InstanceStates } from '../../dataplane/vrrp/instance-states.ts';
import { masterDownMs } from '../../dataplane/vrrp/master-down.ts';
import { parseNotifyLine } from '../../dataplane/vrrp/notify-fifo.ts';
import { electionAddress, renderKeepalived } from '../../dataplane/vrrp/render.ts';
import { parseDump } from '../../dataplane/vrrp/state-dump.ts';
import type { VrrpInstancePlan } from '../../schemas/plan/node-plan.ts';

const front: VrrpInstancePlan = {
  name: 'front',
  interface: 'eth0',
  virtualRouterId: 51,
  family: 'ipv4',
  advertIntervalMs: 100,
  priority: 150,
  addresses: [
    { address: '10.0.0.2/32', interface: 'eth0' },
    { address: '10.1.0.1/24', interface: 'eth1' },
  ],
};
const front6: VrrpInstancePlan = {
  ...front,
  name: 'front6',
  family: 'ipv6',
  advertIntervalMs: 1_000,
  addresses: [{ address: '2001:db8::1/128', interface: 'eth0' }],
};
const options = { node: 'd1', adminState: 'active', notifyFifo: '/run/x/fifo' } as const;

describe('the keepalived configuration', () => {
  test('is the same text for the same instances', () => {
    expect(renderKeepalived([front6, front], options)).toMatchInlineSnapshot(`
      "# Written by Sluice; changes made by hand are overwritten.
      global_defs {
        router_id d1
        script_user root
        vrrp_version 3
        vrrp_priority -20
        max_auto_priority -1
        vrrp_garp_master_delay 1
        vrrp_garp_master_refresh 60
        vrrp_garp_lower_prio_delay 1
        vrrp_garp_lower_prio_repeat 5
        vrrp_higher_prio_send_advert true
        vrrp_notify_fifo /run/x/fifo
      }
      vrrp_sync_group sluice {
        group {
          front
          front6
        }
      }
      vrrp_instance front {
        state BACKUP
        interface eth0
        virtual_router_id 51
        priority 150
        advert_int 0.10
        virtual_ipaddress {
          169.254.112.51/32 dev eth0 scope link
        }
        virtual_ipaddress_excluded {
          10.0.0.2/32 dev eth0
          10.1.0.1/24 dev eth1
        }
      }
      vrrp_instance front6 {
        state BACKUP
        interface eth0
        virtual_router_id 51
        priority 150
        advert_int 1.00
        virtual_ipaddress {
          fe80::200:5eff:fe00:233/128 dev eth0
        }
        virtual_ipaddress_excluded {
          2001:db8::1/128 dev eth0
        }
      }
      "
    `);
  });

  test('does not depend on the order of instances and addresses', () => {
    const turned = { ...front, addresses: [...front.addresses].reverse() };
    expect(renderKeepalived([turned, front6], options)).toBe(
      renderKeepalived([front6, front], options),
    );
  });

  test.each(['draining', 'drained'] as const)(
    'advertises the lowest priority when %s',
    (adminState) => {
      expect(renderKeepalived([front], { ...options, adminState })).toContain('  priority 1\n');
    },
  );

  test('has no sync group for one instance and no empty block', () => {
    const text = renderKeepalived([{ ...front, addresses: [] }], options);
    expect(text).not.toContain('vrrp_sync_group');
    expect(text).not.toContain('excluded');
  });

  test('advertises the same address whatever the instance carries', () => {
    const advertised = (text: string) => /virtual_ipaddress \{\n(.*)\n {2}\}/.exec(text)?.[1];
    fc.assert(
      fc.property(fc.array(fc.ipV4()), fc.integer({ min: 1, max: 254 }), (carried, priority) => {
        const addresses = carried.map((ip) => ({ address: `${ip}/32`, interface: 'eth1' }));
        const text = renderKeepalived([{ ...front, priority, addresses }], options);
        expect(advertised(text)).toBe(advertised(renderKeepalived([front], options)));
      }),
    );
  });

  test('has an advertised address of its own for each virtual router', () => {
    for (const family of ['ipv4', 'ipv6'] as const) {
      const all = Array.from({ length: 255 }, (_, index) =>
        electionAddress({ ...front, family, virtualRouterId: index + 1 }),
      );
      expect(new Set(all.map(({ address }) => address)).size).toBe(255);
    }
  });
});

test.each([
  { advertIntervalMs: 1_000, priority: 100, expected: 3_610 },
  { advertIntervalMs: 1_000, priority: 128, expected: 3_500 },
  { advertIntervalMs: 1_000, priority: 254, expected: 3_008 },
  { advertIntervalMs: 100, priority: 100, expected: 361 },
  { advertIntervalMs: 100, priority: 1, expected: 400 },
])('a backup of $priority at $advertIntervalMs ms takes over after $expected ms', (row) => {
  expect(masterDownMs(row)).toBe(row.expected);
});

describe('a line of the notify FIFO', () => {
  test.each([
    ['INSTANCE "front" MASTER 150', { instance: 'front', state: 'master', priority: 150 }],
    ['INSTANCE "front" BACKUP 1', { instance: 'front', state: 'backup', priority: 1 }],
    ['INSTANCE "front" FAULT 150', { instance: 'front', state: 'fault', priority: 150 }],
    ['INSTANCE "front" STOP 150', { instance: 'front', state: 'down', priority: 150 }],
    [
      'INSTANCE "front" MASTER_RX_LOWER_PRI 150',
      { instance: 'front', state: undefined, priority: 150 },
    ],
    ['INSTANCE "gone" DELETED 150', undefined],
    ['GROUP "sluice" MASTER 0', undefined],
    ['', undefined],
  ])('%s is understood', (line, expected) => {
    expect(parseNotifyLine(line)).toEqual(expected);
  });
});

test('a dump that is still being written is not yet an answer', () => {
  const dump = JSON.stringify([
    {
      data: { iname: 'front', state: 2, effective_priority: 150, last_transition: 1795221123.25 },
      stats: { advert_rcvd: 0 },
    },
  ]);
  for (let length = 0; length < dump.length; length += 1) {
    expect(parseDump(dump.slice(0, length))).toBeUndefined();
  }
  expect(parseDump(dump)).toEqual([
    { instance: 'front', state: 'master', priority: 150, sinceMs: 1_795_221_123_250 },
  ]);
});

describe('the states of instances', () => {
  test('tell each change once, from the end of the one before', async () => {
    const states = new InstanceStates();
    const end = new AbortController();
    const seen: VrrpTransition[] = [];
    const transitions = states.listen(end.signal);
    const learn = (state: 'init' | 'backup' | 'master', sinceMs: number) =>
      states.learn('front', { state, priority: 100, sinceMs });
    learn('init', 1);
    learn('backup', 2);
    learn('backup', 3);
    learn('master', 4);
    end.abort();
    for await (const transition of transitions) seen.push(transition);
    expect(seen).toEqual([
      { instance: 'front', from: 'init', to: 'backup', priority: 100 },
      { instance: 'front', from: 'backup', to: 'master', priority: 100 },
    ]);
    expect(states.get('front')).toEqual({ state: 'master', priority: 100, sinceMs: 4 });
  });

  test('keep the time of a state over lines that only repeat it', () => {
    const states = new InstanceStates();
    states.learn('front', { state: 'master', priority: 100, sinceMs: 1 });
    states.learn('front', { state: 'master', priority: 90, sinceMs: 2 });
    states.learnPriority('front', 80);
    expect(states.get('front')).toEqual({ state: 'master', priority: 80, sinceMs: 1 });
  });

  test('end a listener that waits', async () => {
    const states = new InstanceStates();
    const next = states.listen(new AbortController().signal)[Symbol.asyncIterator]().next();
    states.close();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
