/**
 * Asks many directors the same thing: so many at a time, and one that does not answer costs its own
 * line and nothing else. Answers stand in the order of the names given.
 */

/** Questions under way at once: each is one message, and an answer may take its agent seconds. */
const ASKED_AT_ONCE_MAX = 32;

export async function askDirectors<T>(
  nodes: readonly string[],
  ask: (node: string) => Promise<T>,
): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < nodes.length; i = next++) answers[i] = await ask(nodes[i] ?? '');
  };
  const workers = Math.min(ASKED_AT_ONCE_MAX, nodes.length);
  await Promise.all(Array.from({ length: workers }, worker));
  return answers;
}
