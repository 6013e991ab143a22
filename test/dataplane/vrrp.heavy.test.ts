/** The VRRP driver with real keepalived: two directors in network namespaces, a client polls. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readProcess } from '../../dataplane/daemon/process-identity.ts';
import type { Vrrp, VrrpReport, VrrpTransition } from '../../dataplane/vrrp/contract.ts';
import { createVrrp } from '../../dataplane/vrrp/driver.ts';
import { KeepalivedConfig } from '../../dataplane/vrrp/keepalived-config.ts';
import { Leftovers } from '../../dataplane/vrrp/leftovers.ts';
import { masterDownMs } from '../../dataplane/vrrp/master-down.ts';
import { renderKeepalived } from '../../dataplane/vrrp/render.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { VrrpInstancePlan } from '../../schemas/plan/node-plan.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { pollAddress, withVrrpNetwork } from './vrrp-network.ts';

const VIP = '10.99.0.100';
const LIP = '10.98.0.101';
const ADVERT_MS = 200;
const network = withVrrpNetwork('vrrp');

class Director {
  readonly place: 'director1' | 'director2';
  readonly dir: string;
  readonly priority: number;
  readonly reports: VrrpReport[] = [];
  readonly transitions: VrrpTransition[] = [];
  vrrp: Vrrp;
  readonly #end = new AbortController();

  constructor(place: 'director1' | 'director2', priority: number) {
    this.place = place;
    this.priority = priority;
    this.dir = tempDir(`vrrp-${place}`);
    this.vrrp = this.open();
  }

  open(): Vrrp {
    const host = this.place === 'director1' ? 11 : 12;
    this.vrrp = createVrrp({
      dir: this.dir,
      node: this.place,
      ownAddresses: [`10.99.0.${host}`, `10.98.0.${host}`],
      wrap: network.wrap(this.place),
      report: (report) => this.reports.push(report),
    });
    void this.#record(this.vrrp.transitions(this.#end.signal));
    return this.vrrp;
  }

  async #record(transitions: AsyncIterable<VrrpTransition>): Promise<void> {
    for await (const transition of transitions) this.transitions.push(transition);
  }

  plan(changes: Partial<VrrpInstancePlan> = {}): VrrpInstancePlan {
    return {
      name: 'front',
      interface: 'front',
      virtualRouterId: 51,
      family: 'ipv4',
      advertIntervalMs: ADVERT_MS,
      priority: this.priority,
      addresses: [
        { address: `${VIP}/32`, interface: 'front' },
        { address: `${LIP}/32`, interface: 'back' },
      ],
      ...changes,
    };
  }

  apply(adminState: AdminState = 'active'): Promise<{ changed: boolean }> {
    return this.vrrp.apply([this.plan()], adminState);
  }

  async state(): Promise<string> {
    const { instances } = await this.vrrp.observe();
    return instances.map((instance) => instance.state).join(' ');
  }

  is(state: string): Promise<true> {
    return until(`${this.place} is ${state}`, async () => (await this.state()) === state);
  }

  moves(): string[] {
    return this.transitions.map(({ from, to }) => `${from} ${to}`);
  }

  log(): string {
    return readFileSync(join(this.dir, 'keepalived.log'), 'utf8');
  }

  async addresses(): Promise<string> {
    return network.ip(this.place, '-br', 'addr');
  }

  pids(): { parent: number; worker: number } {
    const pid = (file: string) => Number(readFileSync(join(this.dir, file), 'utf8'));
    return { parent: pid('keepalived.pid'), worker: pid('keepalived-vrrp.pid') };
  }

  /** Stopped first: a worker whose parent dies is told so, and would take its addresses along. */
  killKeepalived(): void {
    const { parent, worker } = this.pids();
    process.kill(worker, 'SIGSTOP');
    process.kill(parent, 'SIGKILL');
    process.kill(worker, 'SIGKILL');
  }

  async end(): Promise<void> {
    await this.vrrp.apply([], 'active');
    await this.vrrp.close();
    this.#end.abort();
  }
}

let strong: Director;
let weak: Director;

beforeEach(() => {
  strong = new Director('director1', 150);
  weak = new Director('director2', 100);
});

afterEach(async () => {
  await strong.end();
  await weak.end();
  for (const director of [strong, weak]) {
    expect(await director.addresses()).not.toMatch(/10\.99\.0\.100|10\.98\.0\.101|169\.254/);
  }
});

/** Both run and the strong one is master. */
async function elected(): Promise<void> {
  await Promise.all([strong.apply(), weak.apply()]);
  await won(strong, weak);
}

/**
 * In this order: a backup that was started first is master for a moment, so that its being backup
 * says nothing before the other one is master.
 */
async function won(master: Director, backup: Director, instances = 1): Promise<void> {
  const all = (state: string) => Array(instances).fill(state).join(' ');
  await master.is(all('master'));
  await backup.is(all('backup'));
}

test('the director with the higher priority holds the addresses', async () => {
  await elected();
  expect(await strong.vrrp.observe()).toMatchObject({
    instances: [{ instance: 'front', state: 'master', priority: 150 }],
    ownedAddresses: [LIP, VIP],
  });
  expect(await weak.vrrp.observe()).toMatchObject({
    instances: [{ instance: 'front', state: 'backup', priority: 100 }],
    ownedAddresses: [],
  });
  expect(strong.moves().slice(0, 2)).toEqual(['init backup', 'backup master']);
});

test('a drain moves the address without a lost poll, and an undrain moves it back', async () => {
  await elected();
  const polls = pollAddress(network, VIP, 300);
  await until('the polls have begun', async () =>
    (await network.ip('client', 'neigh', 'show', VIP)).includes('lladdr'),
  );
  expect(await strong.apply('draining')).toEqual({ changed: true });
  await won(weak, strong);
  expect((await strong.vrrp.observe()).instances[0]?.priority).toBe(1);
  expect(await strong.apply('drained')).toEqual({ changed: false });
  await strong.apply('active');
  await won(strong, weak);
  const { sent, answered } = await polls.done;
  expect({ sent, answered }).toEqual({ sent: 300, answered: 300 });
});

test('a drained director still serves when its peer is gone', async () => {
  await elected();
  await strong.apply('drained');
  await weak.is('master');
  await weak.vrrp.apply([], 'active');
  await strong.is('master');
});

test('after kill -9 of keepalived its addresses are released and the peer takes over', async () => {
  await elected();
  const killedAt = performance.now();
  strong.killKeepalived();
  await until('the addresses are off', async () => !(await strong.addresses()).includes(VIP), {
    timeoutMs: 1_000,
  });
  expect(performance.now() - killedAt).toBeLessThan(1_000);
  await until('the peer was master', () => weak.transitions.some(({ to }) => to === 'master'), {
    timeoutMs: masterDownMs(weak.plan()) + 5_000,
  });
  await until('it runs again', () => strong.reports.some(({ type }) => type === 'restarted'));
  await won(strong, weak);
  expect(strong.reports).toEqual([
    { type: 'released', released: [LIP, VIP], reason: expect.stringContaining('died') },
    { type: 'restarted' },
  ]);
  const moves = strong.moves();
  const death = moves.indexOf('master down');
  expect(moves.slice(death, death + 3)).toEqual(['master down', 'down init', 'init backup']);
});

test('when only the worker of keepalived is killed the addresses do not stay either', async () => {
  await elected();
  const before = strong.pids();
  process.kill(before.worker, 'SIGKILL');
  await until('the addresses are off', async () => !(await strong.addresses()).includes(VIP), {
    timeoutMs: 1_000,
  });
  await strong.is('master');
  expect(strong.pids().worker).not.toBe(before.worker);
});

test('when only the parent of keepalived is killed its worker is not left behind', async () => {
  await elected();
  const before = strong.pids();
  process.kill(before.parent, 'SIGKILL');
  await until('it runs again', () => strong.reports.some(({ type }) => type === 'restarted'));
  await strong.is('master');
  expect(strong.pids().parent).not.toBe(before.parent);
  expect(readProcess(before.worker)).toBeUndefined();
});

test('a new agent finds a running keepalived, its state, and changes nothing', async () => {
  await elected();
  const before = strong.pids();
  await strong.vrrp.close();
  strong.open();
  expect(await strong.apply()).toEqual({ changed: false });
  expect(await strong.vrrp.observe()).toMatchObject({
    instances: [{ state: 'master', priority: 150 }],
    ownedAddresses: [LIP, VIP],
  });
  expect(strong.pids()).toEqual(before);
  expect(strong.log()).not.toContain('Reloading');
  expect(await strong.state()).toBe('master');
});

test('a new agent that finds keepalived dead takes its old addresses away first', async () => {
  await elected();
  await strong.vrrp.close();
  strong.killKeepalived();
  strong.open();
  const addresses = [{ address: '10.99.0.101/32', interface: 'front' }];
  await strong.vrrp.apply([strong.plan({ addresses })], 'active');
  expect(strong.reports).toMatchObject([{ type: 'released', released: [LIP, VIP] }]);
  await until('the new plan is held', async () => {
    const { ownedAddresses } = await strong.vrrp.observe();
    return ownedAddresses.join() === '10.99.0.101';
  });
  expect(await strong.addresses()).not.toContain(VIP);
});

test('a configuration that keepalived refuses leaves the old one running', async () => {
  await elected();
  const before = strong.pids();
  const config = readFileSync(join(strong.dir, 'keepalived.conf'), 'utf8');
  const refused = strong.vrrp.apply([strong.plan({ interface: 'nowhere' })], 'active');
  const error = await refused.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FleetError);
  expect(error).toMatchObject({
    code: 'E_DATAPLANE_APPLY',
    message: expect.stringContaining('nowhere'),
  });
  expect(readFileSync(join(strong.dir, 'keepalived.conf'), 'utf8')).toBe(config);
  expect(strong.pids()).toEqual(before);
  expect(await strong.state()).toBe('master');
  expect(await strong.apply()).toEqual({ changed: false });
});

test('keepalived has nothing to say against any plan that is rendered', async () => {
  const many = Array.from({ length: 600 }, (_, index) => ({
    address: `10.97.${index >> 8}.${index & 255}/32`,
    interface: 'front',
  }));
  const six = strong.plan({
    name: 'six',
    family: 'ipv6',
    addresses: [{ address: 'fd99::7/64', interface: 'back' }],
  });
  const plans: VrrpInstancePlan[][] = [
    [strong.plan({ addresses: [] })],
    [strong.plan({ addresses: many, advertIntervalMs: 10, virtualRouterId: 255 })],
    [six],
    [strong.plan(), six, strong.plan({ name: 'x', interface: 'back' })],
  ];
  for (const plan of plans) {
    const config = new KeepalivedConfig(tempDir('vrrp-config'), network.wrap('director1'));
    const options = { node: 'd1', adminState: 'active', notifyFifo: '/run/sluice/fifo' } as const;
    await config.write(renderKeepalived(plan, options));
    expect(readFileSync(config.path, 'utf8')).toContain('vrrp_instance');
  }
});

test("the director's own address is never taken away, even when a plan carries it", async () => {
  const own = { address: '10.99.0.11/24', interface: 'front' };
  const vip = { address: `${VIP}/32`, interface: 'front' };
  await network.ip('director1', 'addr', 'add', vip.address, 'dev', 'front');
  const wrap = network.wrap('director1');
  const leftovers = new Leftovers(join(strong.dir, 'carried.json'), ['10.99.0.11'], wrap);
  expect(await leftovers.release([strong.plan({ addresses: [own, vip] })])).toEqual([VIP]);
  expect(await strong.addresses()).toContain(own.address);
});

test('directors with different address lists, as in a rollout, still elect one master', async () => {
  await elected();
  const more = { address: '10.99.0.102/32', interface: 'front' };
  const addresses = [...strong.plan().addresses, more];
  await strong.vrrp.apply([strong.plan({ addresses })], 'active');
  await until('the new address is held', async () =>
    (await strong.vrrp.observe()).ownedAddresses.includes('10.99.0.102'),
  );
  await weak.vrrp.apply([weak.plan({ addresses: addresses.slice(1) })], 'active');
  await strong.apply('draining');
  await won(weak, strong);
  expect((await weak.vrrp.observe()).ownedAddresses).toEqual([LIP, '10.99.0.102']);
  expect((await strong.vrrp.observe()).ownedAddresses).toEqual([]);
  for (const director of [strong, weak]) {
    expect(director.log()).not.toMatch(/unexpected ip number|not present in MASTER advert/);
  }
});

test('IPv4 and IPv6 instances move together', async () => {
  const both = (director: Director) => [
    director.plan(),
    director.plan({
      name: 'front6',
      family: 'ipv6',
      addresses: [{ address: 'fd99::100/128', interface: 'front' }],
    }),
  ];
  await strong.vrrp.apply(both(strong), 'active');
  await weak.vrrp.apply(both(weak), 'active');
  await won(strong, weak, 2);
  expect((await strong.vrrp.observe()).ownedAddresses).toEqual([LIP, VIP, 'fd99::100']);
  await network.ip('switch', 'link', 'set', 'dir1-front', 'down');
  try {
    await Promise.all([strong.is('fault fault'), weak.is('master master')]);
  } finally {
    await network.ip('switch', 'link', 'set', 'dir1-front', 'up');
  }
  await strong.is('master master');
});

test('no instances means that keepalived is stopped and its addresses are gone', async () => {
  await elected();
  const { parent } = strong.pids();
  expect(await strong.vrrp.apply([], 'active')).toEqual({ changed: true });
  expect(() => process.kill(parent, 0)).toThrow('ESRCH');
  expect(await strong.addresses()).not.toContain(VIP);
  expect(await strong.vrrp.observe()).toEqual({ instances: [], ownedAddresses: [] });
  expect(await strong.vrrp.apply([], 'active')).toEqual({ changed: false });
  await weak.is('master');
});
