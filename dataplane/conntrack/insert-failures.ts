/**
 * How many packets the kernel dropped because their new connection could not be entered into the
 * table: all source ports towards one destination were taken, or two packets began the same
 * connection at once. One number for a network namespace, since it was made; from conntrack(8) -S.
 */
import { FleetError } from '../../schemas/errors.ts';
import { runTool } from '../tool.ts';

/** @throws FleetError E_DATAPLANE_OBSERVE */
export async function insertFailures(wrap: readonly string[]): Promise<number> {
  const { code, stdout, stderr } = await runTool([...wrap, 'conntrack', '-S']);
  if (code !== 0) {
    const message = `conntrack -S: ${stderr.trim() || `exit ${code}`}`;
    throw new FleetError('E_DATAPLANE_OBSERVE', message, { retryable: true });
  }
  return parseInsertFailures(stdout);
}

/** One line a CPU, each with `insert_failed=<n>`. */
export function parseInsertFailures(text: string): number {
  return [...text.matchAll(/\binsert_failed=(\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
}
