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
  lip: 'LocalAddressPool',
  vrrp: 'VrrpInstance',
  snat: 'SnatGateway',
  policy: 'RolloutPolicy',
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
  const matches = (name: string) => lower === name || lower === pluralOf(name);
  const kind = KINDS.find((known) => matches(known.toLowerCase()));
  return kind ?? Object.entries(SHORT).find(([short]) => matches(short))?.[1];
}

function pluralOf(name: string): string {
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function kindLines(): string[] {
  const LINE_MAX = 80;
  const lines: string[] = [];
  for (const kind of KINDS) {
    const short = Object.keys(SHORT).filter((word) => SHORT[word] === kind);
    const named = short.length === 0 ? kind : `${kind} [${short.join(', ')}]`;
    const line = lines.at(-1);
    const longer = line === undefined ? '' : `${line}, ${named}`;
    if (line === undefined || longer.length >= LINE_MAX) lines.push(`  ${named}`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
