/** `KIND` or `KIND/NAME` as people type it: any case, plural, or the short word of the field. */
import { FleetError } from '../schemas/errors.ts';
import { KINDS, type Kind } from '../schemas/resources/resource.ts';
import { nearestWord } from '../schemas/validation/nearest-word.ts';

export interface Target {
  readonly kind: Kind;
  readonly name: string | undefined;
}

const SHORT: Readonly<Record<string, Kind>> = {
  vs: 'VirtualService',
  service: 'VirtualService',
  rs: 'RealServer',
  pool: 'LocalAddressPool',
  lips: 'LocalAddressPool',
  vrrp: 'VrrpInstance',
};

export const KINDS_HELP = `Kinds (any case; short words in brackets):
${kindLines().join(',\n')}`;

export function parseTarget(text: string): Target {
  const slash = text.indexOf('/');
  const word = slash < 0 ? text : text.slice(0, slash);
  const name = slash < 0 ? undefined : text.slice(slash + 1);
  const kind = kindOf(word);
  if (kind === undefined) {
    const near = nearestWord(word, KINDS);
    throw new FleetError('E_USAGE', `there is no kind ${word}`, {
      hint: near === undefined ? `kinds: ${KINDS.join(', ')}` : `did you mean ${near}?`,
    });
  }
  if (name === '') throw new FleetError('E_USAGE', `${text} has no name after the slash`);
  return { kind, name };
}

/** As parseTarget, and the name must be there. */
export function parseNamedTarget(text: string): { kind: Kind; name: string } {
  const { kind, name } = parseTarget(text);
  if (name !== undefined) return { kind, name };
  throw new FleetError('E_USAGE', `which ${kind}?`, { hint: `write ${kind}/NAME` });
}

function kindOf(word: string): Kind | undefined {
  const lower = word.toLowerCase();
  const matches = (name: string) => lower === name || lower === `${name}s`;
  const kind = KINDS.find((known) => matches(known.toLowerCase()));
  return kind ?? Object.entries(SHORT).find(([short]) => matches(short))?.[1];
}

function kindLines(): string[] {
  const KINDS_PER_LINE = 4; // within 80 columns
  const named = KINDS.map((kind) => {
    const short = Object.keys(SHORT).find((word) => SHORT[word] === kind);
    return short === undefined ? kind : `${kind} [${short}]`;
  });
  const starts = named.flatMap((_, i) => (i % KINDS_PER_LINE === 0 ? [i] : []));
  return starts.map((i) => `  ${named.slice(i, i + KINDS_PER_LINE).join(', ')}`);
}
