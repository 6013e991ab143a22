/** docs/disaster-recovery.md, done with etcd's own tools: a member, the quorum or all room is lost. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startEtcd } from '../../lab/servers/etcd.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import type { Store } from '../../store/contract.ts';
import { keepOnce } from '../../store/upkeep/keeper.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { expectAllAgree } from './agreement.ts';
import { atEnd, commitWeights, EAGER, newCell, nodeRef, storeAt } from './fixtures.ts';
import {
  clientUrl,
  etcdctl,
  type Member,
  memberAt,
  peerUrl,
  startMember,
} from './loopback-members.ts';

const PATIENCE = { timeoutMs: 60_000 };
const SILENT = { info: () => undefined, warn: () => undefined };

async function threeMembers() {
  const members = (await Promise.all(['m0', 'm1', 'm2'].map(memberAt))) as [Member, Member, Member];
  const servers = await Promise.all(members.map((member) => startMember(member, members)));
  return { members, servers };
}

const storeOver = (members: readonly Member[], cell: string): Promise<Store> =>
  storeAt('', cell, { endpoints: members.map(clientUrl) });

/** Commits one after the other until told to stop; only faults that pass may come in between. */
function startWriter(store: Store) {
  const acknowledged: ConfigEvent[] = [];
  let isRunning = true;
  const running = (async () => {
    while (isRunning) {
      try {
        acknowledged.push(...(await commitWeights(store, 1)));
      } catch (error) {
        // Written without an answer, the next finds it there; both pass.
        const code = error instanceof FleetError ? error.code : '';
        if (code !== 'E_STORE_AWAY' && code !== 'E_CONFLICT') throw error;
      }
    }
  })();
  running.catch(() => undefined);
  const more = (count: number) => {
    const target = acknowledged.length + count;
    return until(`${count} more commits`, () => acknowledged.length >= target, PATIENCE);
  };
  const stop = async () => {
    isRunning = false;
    await running;
    return acknowledged;
  };
  return { more, stop };
}

async function expectKept(store: Store, acknowledged: readonly ConfigEvent[]): Promise<void> {
  const events = await store.readEvents({ from: 1, to: await store.readHead() });
  for (const event of acknowledged) expect(events[event.seq - 1]).toEqual(event);
  await expectAllAgree(store, events);
}

/** Adds a member as the runbook says and starts it on an empty folder. */
async function addMember(via: Member, known: readonly Member[], name: string): Promise<Member> {
  const member = await memberAt(name);
  const add = () => etcdctl(via, 'member', 'add', name, `--peer-urls=${peerUrl(member)}`);
  // Refused while the members are not yet all well.
  await until('that it may be added', () => add().then(Boolean, () => false), PATIENCE);
  await startMember(member, [...known, member], '--initial-cluster-state=existing');
  return member;
}

async function memberId(via: Member, name: string): Promise<string> {
  const lines = (await etcdctl(via, 'member', 'list')).split('\n');
  const id = lines.map((line) => line.split(', ')).find((parts) => parts[2] === name)?.[0];
  if (id === undefined) throw new Error(`${name} is no member`);
  return id;
}

describe('a member that is lost with its disk', () => {
  test('is replaced while changes go on, and the new one counts', async () => {
    const cell = newCell();
    const { members, servers } = await threeMembers();
    const [m0, m1, m2] = members;
    const store = await storeOver(members, cell);
    const writer = startWriter(store);
    await writer.more(10);
    await servers[2]?.kill();
    await rm(m2.dir, { recursive: true });
    await writer.more(5);
    await etcdctl(m0, 'member', 'remove', await memberId(m0, 'm2'));
    const m3 = await addMember(m0, [m0, m1], 'm3');
    await writer.more(5);
    // Without the new one there would be no majority now.
    await servers[1]?.kill();
    await writer.more(5);
    const acknowledged = await writer.stop();
    await expectKept(await storeOver([m3], cell), acknowledged);
  }, 180_000);
});

describe('a quorum that is lost for good', () => {
  test('is made again: the survivor alone, then two new members beside it', async () => {
    const cell = newCell();
    const { members, servers } = await threeMembers();
    const [m0, m1] = members;
    const store = await storeOver(members, cell);
    const events = await commitWeights(store, 20);
    for (const server of [servers[1], servers[2]]) await server?.kill();
    // What the runbook looks at to choose the survivor; it answers without a leader.
    const status = JSON.parse(await etcdctl(m0, 'endpoint', 'status', '-w', 'json'));
    expect(status[0].Status.raftIndex).toBeGreaterThan(20);
    expect(await store.isReachable()).toBe(false);
    await servers[0]?.kill();

    const alone: Member = { ...m0, dir: join(tempDir('survivor'), 'm0') };
    await cp(join(m0.dir, 'data'), join(alone.dir, 'data'), { recursive: true });
    const forced = await startMember(alone, members, '--force-new-cluster');
    await forced.stop();
    const survivor = await startMember(alone, [alone]);
    const m3 = await addMember(alone, [alone], 'm3');
    const m4 = await addMember(alone, [alone, m3], 'm4');
    const found = await storeOver([alone, m3, m4], cell);
    // Acknowledged by a majority is on two disks of three; this one may be the third.
    const head = await found.readHead();
    expect(head).toBeGreaterThanOrEqual(19);
    await expectAllAgree(found, events.slice(0, head));
    const writer = startWriter(found);
    await writer.more(3);
    await survivor.kill();
    await writer.more(3);
    await expectKept(await storeOver([m4], cell), await writer.stop());
    // The members of old are no part of it: they would not be let in.
    expect(await etcdctl(m3, 'member', 'list')).not.toContain(peerUrl(m1));
  }, 180_000);
});

describe('an etcd that is full', () => {
  const QUOTA = 8 * 1024 ** 2;

  test('takes nothing, says so, and everything again after compact, defrag, disarm', async () => {
    const cell = newCell();
    const server = await startEtcd({
      dir: tempDir('full'),
      extraArgs: [`--quota-backend-bytes=${QUOTA}`],
    });
    atEnd(() => server.kill());
    const at = { clientPort: server.port };
    const archive = directoryArchive(tempDir('archive'));
    const store = await storeAt(server.endpoint, cell, { archive });
    const events = await commitWeights(store, 5);
    await keepOnce({ store, archive, log: SILENT }, undefined);
    await store.report({ archive, dbBytes: 1, quotaBytes: QUOTA, alarms: [] });
    // History alone fills it: the same refs, again and again.
    const fill = async () => {
      for (let token = 0; ; token++) {
        const refs = Array.from({ length: 20 }, (_, i) => `lb${i}`);
        const big = { nodeObject: 'x'.repeat(20_000), token };
        await Promise.all(
          refs.map((node) => store.updateRef(node, () => ({ ...nodeRef(node), ...big }))),
        );
      }
    };
    await expect(fill()).rejects.toMatchObject({
      code: 'E_STORE_AWAY',
      message: expect.stringContaining('etcd has no room'),
    });
    expect(await etcdctl(at, 'alarm', 'list')).toContain('NOSPACE');
    expect((await store.readReport())?.alarms).toMatchObject([{ kind: 'noSpace' }]);
    // Reading goes on, and the keeper cannot help: it must write to trim.
    await expectAllAgree(store, events);
    const round = await keepOnce({ store, archive, policy: EAGER, log: SILENT }, undefined);
    expect(round).toMatchObject({
      failed: { code: 'E_STORE_AWAY' },
      usage: { isOutOfSpace: true },
    });

    const [{ Status }] = JSON.parse(await etcdctl(at, 'endpoint', 'status', '-w', 'json'));
    const revision = String(Status.header.revision);
    // The keeper's round may have compacted to the newest already, which is as good.
    await etcdctl(at, 'compact', revision).catch((error: Error) => {
      expect(error.message).toContain('has been compacted');
    });
    await etcdctl(at, 'defrag');
    await etcdctl(at, 'alarm', 'disarm');
    events.push(...(await commitWeights(store, 5)));
    await expectAllAgree(store, events);
    const after = await keepOnce({ store, archive, policy: EAGER, log: SILENT }, undefined);
    expect(after).toMatchObject({ usage: { isOutOfSpace: false } });
    expect(after).not.toHaveProperty('failed');
    expect((await store.readReport())?.alarms).toEqual([]);
    expect((await store.readUsage()).dbBytes).toBeLessThan(QUOTA / 2);
  }, 120_000);
});
