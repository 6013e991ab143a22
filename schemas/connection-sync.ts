/**
 * What connection synchronisation by conntrackd cannot do, for whoever plans it and for whoever
 * starts it. Two limits are refused and not worked around.
 */

/**
 * FTFW is between two: with more peers the acknowledgements of one would free what another has not
 * got, and the modes that can do more (NOTRACK, ALARM by multicast) lose entries silently.
 */
export const SYNC_PEERS_MAX = 1;

export function manyPeersProblem(peers: number): string {
  return `connections can be synchronised with one peer, and there are ${peers}`;
}

/**
 * conntrackd 1.4.7 has no quotes: it reads a name of up to four hex digits (`b0`, `fe80`) or with
 * other signs as something else and ends with a syntax error (seen). Undefined when it can read it.
 */
export function syncLinkProblem(link: string): string | undefined {
  const isReadable = /^[\w.-]+$/.test(link) && !/^([0-9a-f]{1,4}|\d+)$/i.test(link);
  if (isReadable) return undefined;
  return `conntrackd cannot read the interface name ${link}; rename the interface`;
}
