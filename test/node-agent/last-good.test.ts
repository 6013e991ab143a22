import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openLastGood } from '../../node-agent/plan/last-good.ts';
import type { FleetError } from '../../schemas/errors.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { assignment, nodeRef, serviceObject, snatObjects } from './plans.ts';

const WRITER = new URL('last-good-writer.ts', import.meta.url).pathname;
const FILE = 'last-good-plan.json';
const KILLS = 6;

function open(dir: string) {
  const errors: FleetError[] = [];
  return { lastGood: openLastGood(dir, (error) => errors.push(error)), errors };
}

test('what was saved is read again by the next life of the agent, and by nobody else', async () => {
  const dir = join(tempDir('last-good'), 'state');
  const { lastGood } = open(dir);
  expect(await lastGood.read()).toBeUndefined();
  const saved = assignment([serviceObject('web'), serviceObject('dns', { protocol: 'udp' })]);
  lastGood.save(saved);
  await lastGood.flush();
  expect(await open(dir).lastGood.read()).toEqual(saved);
  expect(statSync(join(dir, FILE)).mode & 0o777).toBe(0o600);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
});

test('zones are kept with their order, in a file that an agent without zones refuses', async () => {
  const dir = tempDir('last-good');
  const { lastGood } = open(dir);
  const version = () => JSON.parse(readFileSync(join(dir, FILE), 'utf8')).version;
  const snat = [...snatObjects('out', 'office', 'default'), ...snatObjects('lab', 'a')];
  const saved = assignment([], { node: { snatGateways: ['lab', 'out'] }, snat });
  expect(saved.zones.map(({ key }) => key)).toEqual(['lab/a', 'out/office', 'out/default']);
  lastGood.save(saved);
  await lastGood.flush();
  expect(version()).toBe(2);
  expect(await open(dir).lastGood.read()).toEqual(saved);
  lastGood.save(assignment());
  await lastGood.flush();
  expect(version()).toBe(1);
});

test('saves that come while one is written end with the newest', async () => {
  const dir = tempDir('last-good');
  const { lastGood } = open(dir);
  for (let generation = 1; generation <= 50; generation += 1) {
    lastGood.save({ ...assignment(), ref: nodeRef({ generation }) });
  }
  await lastGood.flush();
  expect((await open(dir).lastGood.read())?.ref.plan.generation).toBe(50);
  expect(readdirSync(dir)).toEqual([FILE]);
});

test('plans that come close together are written together, and at once when it stops', async () => {
  const dir = tempDir('last-good');
  const minute = openLastGood(dir, (error) => expect.unreachable(error.message), 60_000);
  const written = async () => (await minute.read())?.ref.plan.generation;
  const save = (lastGood: typeof minute, generation: number) =>
    lastGood.save({ ...assignment(), ref: nodeRef({ generation }) });
  save(minute, 1);
  await until('the first is written by itself', async () => (await written()) === 1);
  save(minute, 2);
  save(minute, 3);
  expect(await written()).toBe(1);
  await minute.flush();
  expect(await written()).toBe(3);
  const soon = openLastGood(dir, (error) => expect.unreachable(error.message), 20);
  save(soon, 4);
  save(soon, 5);
  await until('the newest is written by itself', async () => (await written()) === 5);
  save(soon, 6);
  await until('the next one is, too', async () => (await written()) === 6);
});

test('an agent killed while it writes leaves the old plan or the new one, whole', async () => {
  const dir = tempDir('last-good');
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const first = ((await open(dir).lastGood.read())?.ref.plan.generation ?? 0) + 1;
    const child = spawn(process.execPath, [WRITER, dir, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    let written = 0;
    // At another place of the writing each time, since it goes on while the line is read.
    createInterface({ input: child.stdout }).on('line', (line) => {
      written = Number(line);
      if (written === first + kill) child.kill('SIGKILL');
    });
    await closed;
    const found = await open(dir).lastGood.read();
    expect(found?.ref.plan.generation).toBeGreaterThanOrEqual(written);
    expect(found?.services.size).toBe(found?.ref.plan.generation);
  }
});

test('half a new file beside a good one is not looked at', async () => {
  const dir = tempDir('last-good');
  const { lastGood } = open(dir);
  lastGood.save(assignment());
  await lastGood.flush();
  writeFileSync(join(dir, `${FILE}.new`), '{"version":1,"ref":');
  expect(await open(dir).lastGood.read()).toEqual(assignment());
});

test.each([
  ['cut short', (text: string) => text.slice(0, -10)],
  ['empty', () => ''],
  ['of a newer agent', (text: string) => text.replace('"version":1', '"version":3')],
  ['without its ref', (text: string) => text.replace('"ref"', '"fer"')],
])('a file that is %s is said, with its path and what to do', async (_, spoil) => {
  const dir = tempDir('last-good');
  const { lastGood } = open(dir);
  lastGood.save(assignment());
  await lastGood.flush();
  const path = join(dir, FILE);
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
  await expect(lastGood.read()).rejects.toMatchObject({
    code: 'E_STORE_CORRUPT',
    message: `${path} cannot be read`,
    hint: expect.stringContaining('remove it'),
  });
});

test('a disk that does not take it is told, and the next save is tried', async () => {
  const dir = tempDir('last-good');
  const { lastGood, errors } = open(dir);
  mkdirSync(join(dir, `${FILE}.new`));
  lastGood.save(assignment());
  await lastGood.flush();
  expect(errors).toMatchObject([{ message: expect.stringContaining(FILE) }]);
  rmSync(join(dir, `${FILE}.new`), { recursive: true });
  lastGood.save(assignment());
  await lastGood.flush();
  expect(await lastGood.read()).toEqual(assignment());
});
