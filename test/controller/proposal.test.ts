/** How large one change may be, and that reading a large one keeps nobody waiting. */
import { expect, test } from 'vitest';
import { inSlices } from '../../controller/config/in-slices.ts';
import { proposeFiles } from '../../controller/config/proposal.ts';
import { RESOURCES_PER_COMMIT_MAX } from '../../schemas/limits.ts';
import { EMPTY_SPEC } from '../../schemas/spec.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { document, yamlOf } from '../schemas/fleet.ts';

test('a change of more resources than one event takes is refused', () => {
  const freeze = document('Freeze', 'f', { scope: 'fleet', reason: 'x', who: 'bob' });
  const parsed = parseFiles([{ name: 'a', text: yamlOf([freeze]) }]);
  const [one] = parsed.resources;
  if (one?.resource.kind !== 'Freeze') throw new Error('the freeze was not read');
  const { resource } = one;
  const many = (count: number) => ({
    ...parsed,
    resources: Array.from({ length: count }, (_, i) => ({
      ...one,
      resource: { ...resource, metadata: { name: `f${i}` } },
    })),
  });
  const most = proposeFiles(many(RESOURCES_PER_COMMIT_MAX), undefined, EMPTY_SPEC);
  expect(most.changes).toHaveLength(RESOURCES_PER_COMMIT_MAX);
  expect(() => proposeFiles(many(RESOURCES_PER_COMMIT_MAX + 1), undefined, EMPTY_SPEC)).toThrow(
    expect.objectContaining({ code: 'E_TOO_LARGE' }),
  );
});

test('work in slices ends with its result, and others have turns before', async () => {
  let isOver = false;
  let turns = 0;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const result = await inSlices(untilSeen(() => turns >= 3));
  isOver = true;
  expect(result).toBe('seen');
});

test('work in slices that throws rejects', async () => {
  const broken = inSlices(
    untilSeen(() => {
      throw new Error('no');
    }),
  );
  await expect(broken).rejects.toThrow('no');
});

/** Would never end if nobody else had a turn. */
function* untilSeen(isSeen: () => boolean): Generator<void, string, void> {
  while (!isSeen()) yield;
  return 'seen';
}
