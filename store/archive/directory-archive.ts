/**
 * An archive in a folder: one file a batch of events, written beside its place, fsynced, renamed
 * into it, and never changed after that; small ones are joined by writing a new one and deleting
 * the old. A file that is there is whole, whenever its writer was killed, and two writers can only
 * write the same events. 0600 in folders of 0700; the files may be copied at any time.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../../schemas/codec/digest.ts';
import { configEventCodec, type LogHead, logHeadCodec } from '../../schemas/codec/event-codec.ts';
import { nodeRefCodec } from '../../schemas/codec/plan-codec.ts';
import { revisionAtCodec } from '../../schemas/codec/store-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { LogName } from '../log-name.ts';
import type { ArchivedEvent, ArchivedRefs, ArchivedSnapshot, EventArchive } from './contract.ts';
import {
  corrupt,
  decodeEvents,
  decodeFile,
  encodeEvents,
  encodeFile,
  type Segment,
  segmentName,
  segmentOf,
  snapshotName,
  snapshotSeqOf,
} from './segment.ts';

/** A file smaller than this is joined with what comes next, so a quiet fleet has few files. */
const JOINED_BYTES_MAX = 4 * 1024 * 1024;

const REFS_FILE = 'refs';

const LEFTOVER_MS = 60 * 60 * 1_000;

/** `dir` is one cell's; it is made when it is missing. Nothing is read before it is asked for. */
export function directoryArchive(dir: string): EventArchive {
  const folderOf = ({ aggregate, id }: LogName) => join(dir, aggregate, id);
  const load = async (log: LogName, segment: Segment) => {
    const path = join(folderOf(log), segment.name);
    return decodeEvents(segment, await onDisk(path, () => readFile(path)));
  };
  return {
    end: async (log) => {
      const newest = newestOf(await segmentsOf(folderOf(log)));
      if (newest === undefined) return { seq: 0, hash: '' };
      const last = (await load(log, newest)).at(-1);
      if (last === undefined) throw corrupt(newest.name, 'is empty');
      return { seq: last.seq, hash: digestOf(last.bytes) };
    },
    reachesBackTo: async (log, seq) => {
      const segments = await segmentsOf(folderOf(log));
      let first = seq;
      for (;;) {
        const before = first - 1;
        const holder = segments.find((of) => of.first <= before && before <= of.last);
        if (holder === undefined) return first;
        first = holder.first;
      }
    },
    append: (log, events) => append(folderOf(log), events),
    read: (log, range) => read(folderOf(log), (segment) => load(log, segment), range),
    putSnapshot: async (log, { head, content }) => {
      const file = encodeFile([logHeadCodec.encode(head), content]);
      await writeWhole(folderOf(log), snapshotName(head.seq), file);
    },
    snapshotBefore: async (log, seq) => {
      const names = await namesIn(folderOf(log));
      const seqs = names.flatMap((name) => snapshotSeqOf(name) ?? []).sort((a, b) => a - b);
      const newest = seqs.findLast((of) => of <= seq);
      if (newest === undefined) return undefined;
      return loadSnapshot(folderOf(log), snapshotName(newest));
    },
    putRefs: ({ at, refs }) => {
      const records = refs.map((ref) => nodeRefCodec.encode(ref));
      return writeWhole(dir, REFS_FILE, encodeFile([revisionAtCodec.encode(at), ...records]));
    },
    refs: () => loadRefs(dir),
  };
}

async function append(folder: string, events: readonly ArchivedEvent[]): Promise<void> {
  const [first] = events;
  if (first === undefined) return;
  requireChain(events);
  const newest = newestOf(await segmentsOf(folder));
  if (newest === undefined || first.seq > newest.last + 1) {
    return writeWhole(
      folder,
      segmentName(first.seq, first.seq + events.length - 1),
      encodeEvents(events),
    );
  }
  const path = join(folder, newest.name);
  const before = await onDisk(path, () => readFile(path));
  const kept = decodeEvents(newest, before);
  // Events that are here already are given again by a keeper that did not know.
  const fresh = events.filter(({ seq }) => seq > newest.last);
  const [next] = fresh;
  if (next === undefined) return;
  requireChain([...kept.slice(-1), next]);
  const isJoined = before.length < JOINED_BYTES_MAX;
  const all = isJoined ? [...kept, ...fresh] : fresh;
  const name = segmentName(isJoined ? newest.first : next.seq, next.seq + fresh.length - 1);
  await writeWhole(folder, name, encodeEvents(all));
  if (isJoined) await onDisk(path, () => rm(path, { force: true }));
  await onDisk(folder, () => dropLeftovers(folder));
}

/** What a writer had begun when it was killed; a living one takes seconds. */
async function dropLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.')) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > LEFTOVER_MS) {
      await rm(path, { force: true });
    }
  }
}

async function* read(
  folder: string,
  load: (segment: Segment) => Promise<ArchivedEvent[]>,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<ArchivedEvent> {
  let next = from;
  let before: ArchivedEvent | undefined;
  while (next <= to) {
    const wanted = next;
    const holder = newestOf(
      (await segmentsOf(folder)).filter(({ first, last }) => first <= wanted && wanted <= last),
    );
    if (holder === undefined) {
      throw new FleetError('E_NOT_FOUND', `event ${wanted} is not in the archive ${folder}`, {
        hint: 'the archive of another keeper may have it',
      });
    }
    const events = await loaded(holder, load);
    // Joined with its successor since it was listed.
    if (events === undefined) continue;
    for (const event of events) {
      // Also what is not asked for: it proves what follows it.
      if (before === undefined || event.seq > before.seq) {
        requireChain(before === undefined ? [event] : [before, event]);
        before = event;
      }
      if (event.seq < next || event.seq > to) continue;
      yield event;
      next = event.seq + 1;
    }
  }
}

async function loaded(
  segment: Segment,
  load: (segment: Segment) => Promise<ArchivedEvent[]>,
): Promise<ArchivedEvent[] | undefined> {
  try {
    return await load(segment);
  } catch (error) {
    const cause = error instanceof FleetError ? error.cause : undefined;
    if ((cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @throws E_STORE_CORRUPT */
function requireChain(events: readonly ArchivedEvent[]): void {
  let before: ArchivedEvent | undefined;
  for (const event of events) {
    const { seq, previousHash } = configEventCodec.decode(event.bytes);
    const isFirst = before === undefined;
    const follows =
      before === undefined || (seq === before.seq + 1 && previousHash === digestOf(before.bytes));
    if (seq !== event.seq || !follows) {
      const why = isFirst ? `says that it is ${seq}` : 'does not follow the one before it';
      throw new FleetError('E_STORE_CORRUPT', `event ${event.seq} for the archive ${why}`);
    }
    before = event;
  }
}

async function loadSnapshot(folder: string, name: string): Promise<ArchivedSnapshot> {
  const path = join(folder, name);
  const [head, content] = decodeFile(name, await onDisk(path, () => readFile(path)));
  if (head === undefined || content === undefined) throw corrupt(name, 'is empty');
  const decoded: LogHead = logHeadCodec.decode(head);
  return { head: decoded, content };
}

async function loadRefs(dir: string): Promise<ArchivedRefs | undefined> {
  if (!(await namesIn(dir)).includes(REFS_FILE)) return undefined;
  const path = join(dir, REFS_FILE);
  const [at, ...refs] = decodeFile(REFS_FILE, await onDisk(path, () => readFile(path)));
  if (at === undefined) throw corrupt(REFS_FILE, 'is empty');
  return { at: revisionAtCodec.decode(at), refs: refs.map((ref) => nodeRefCodec.decode(ref)) };
}

const newestOf = (segments: readonly Segment[]): Segment | undefined =>
  segments.reduce<Segment | undefined>(
    (newest, segment) =>
      newest === undefined ||
      segment.last > newest.last ||
      (segment.last === newest.last && segment.first < newest.first)
        ? segment
        : newest,
    undefined,
  );

async function segmentsOf(folder: string): Promise<Segment[]> {
  return (await namesIn(folder)).flatMap((name) => segmentOf(name) ?? []);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw diskFault(folder, error);
  }
}

/** There wholly or not at all, and there for good when fulfilled. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await onDisk(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const beside = join(folder, `.${name}.${randomUUID()}`);
    try {
      const file = await open(beside, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, join(folder, name));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    const entries = await open(folder, 'r');
    try {
      await entries.sync();
    } finally {
      await entries.close();
    }
  });
}

async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskFault(path, error);
  }
}

function diskFault(path: string, cause: unknown): FleetError {
  if (cause instanceof FleetError) return cause;
  return new FleetError('E_DISK', `the archive ${path} cannot be used`, {
    retryable: true,
    hint: 'look for room and permissions; nothing is trimmed meanwhile',
    cause,
  });
}
