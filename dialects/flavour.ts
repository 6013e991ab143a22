/**
 * Whose tools a file is written for. The same letter of ipvsadm does different things in them, so
 * a flavour is said by somebody or found by evidence, never guessed from a version number.
 */
export const FLAVOURS = [
  'stock',
  'alibaba',
  'dsnat',
  'lvs-snat-v1',
  'lvs-snat-v2',
  'dpvs',
] as const;

export type Flavour = (typeof FLAVOURS)[number];

/** keepalived 1.2.2 and its forks skip unknown words silently; 2.x reports them. */
export function isForkOf122(flavour: Flavour): boolean {
  return flavour !== 'stock' && flavour !== 'dpvs';
}

/** Flavours whose SNAT works by zones: source networks with local addresses. */
export function hasZones(flavour: Flavour): boolean {
  return flavour === 'dsnat' || flavour === 'lvs-snat-v1';
}

/**
 * Whether a real server without a port gets port 0: DPVS from 1.9.10 on (dpvs#976). Undefined
 * when the version must be known to say so.
 */
export function programsPortZero(
  flavour: Flavour,
  dpvsVersion: string | undefined,
): boolean | undefined {
  if (flavour !== 'dpvs') return false;
  if (dpvsVersion === undefined) return undefined;
  return compareVersions(dpvsVersion, '1.9.10') >= 0;
}

/** Whether TCP_CHECK has `retry`: stock 2.x, and DPVS from 1.8 on. */
export function hasTcpCheckRetry(flavour: Flavour, dpvsVersion: string | undefined): boolean {
  if (flavour === 'stock') return true;
  return (
    flavour === 'dpvs' && (dpvsVersion === undefined || compareVersions(dpvsVersion, '1.8') >= 0)
  );
}

/** `1.9.10` after `1.9.2`; DPVS also writes `1.8-10` for 1.8.10. */
export function compareVersions(a: string, b: string): number {
  const numbers = (text: string) =>
    text
      .replace(/^v/, '')
      .split(/[.-]/)
      .map((part) => Number(part) || 0);
  const [left, right] = [numbers(a), numbers(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
