/**
 * Kernel settings without which the rules do not balance. Each is read first and written only when
 * it differs: writing the forwarding switches again would reset other settings of interfaces.
 */
import { FleetError } from '../../schemas/errors.ts';
import { runTool } from '../tool.ts';

interface Sysctl {
  readonly path: string;
  readonly value: string;
  readonly why: string;
  /** Of a part of the kernel that may be switched off; then there is nothing to set. */
  readonly optional?: boolean;
}

export const REQUIRED_SYSCTLS: readonly Sysctl[] = [
  { path: 'net/ipv4/ip_forward', value: '1', why: 'packets go on to real servers' },
  // Interfaces stop taking default routes from router advertisements (accept_ra=1); a director
  // that needs them sets accept_ra=2.
  {
    path: 'net/ipv6/conf/all/forwarding',
    value: '1',
    why: 'packets go on to real servers',
    optional: true,
  },
  // 2 (loose) wins over a strict setting of a single interface; strict drops the answers of real
  // servers that come back on another interface than the route to them leaves by.
  { path: 'net/ipv4/conf/all/rp_filter', value: '2', why: 'answers may take another way back' },
  { path: 'net/netfilter/nf_conntrack_acct', value: '1', why: 'packets of a connection count' },
  // After a failover the new director has not seen a connection's window and would call its
  // packets invalid.
  { path: 'net/netfilter/nf_conntrack_tcp_be_liberal', value: '1', why: 'failover keeps TCP' },
];

/**
 * Makes every required setting so. Idempotent.
 * @throws FleetError E_DATAPLANE_APPLY naming each setting that could not be made
 */
export async function ensureSysctls(wrap: readonly string[]): Promise<void> {
  const problems: string[] = [];
  for (const { path, value, why, optional } of REQUIRED_SYSCTLS) {
    const file = `/proc/sys/${path}`;
    const seen = await runTool([...wrap, 'cat', file]);
    if (seen.code === 0 && seen.stdout.trim() === value) continue;
    if (seen.code !== 0 && optional) continue;
    const written = await runTool([...wrap, 'tee', file], { stdin: `${value}\n` });
    if (written.code !== 0) {
      problems.push(`${path}=${value} (${why}): ${written.stderr.trim() || 'not written'}`);
    }
  }
  if (problems.length > 0) {
    throw new FleetError('E_DATAPLANE_APPLY', `kernel settings: ${problems.join('; ')}`, {
      hint: 'Run as root in a network namespace of your own, or set them before the agent starts.',
    });
  }
}
