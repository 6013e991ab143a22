/**
 * The words of one command line of ipvsadm, read with the option table of one flavour. Long and
 * short options, bundled letters (`-At`), dashes of a word processor (put right and reported).
 * What the flavour does not know is a finding; nothing is guessed.
 */
import { nearestWord } from '../../schemas/validation/nearest-word.ts';
import { type Finding, findingAt, replaceSpan } from '../finding.ts';
import { FLAVOURS, type Flavour } from '../flavour.ts';
import { readEndpoint } from '../text/endpoint.ts';
import { readNetwork } from '../text/network.ts';
import { type Comment, spanBetween, type Word } from '../text/span.ts';
import { hasOddDash, withPlainDashes } from '../text/white-space.ts';
import type { GivenOption, IpvsadmCommand, ServiceRef, ZoneRef } from './command.ts';
import { optionsOf } from './flavour-options.ts';
import { type OptionSpec, type OptionTable, SERVICE_OPTIONS } from './option-table.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface CommandComments {
  readonly leading?: readonly Comment[];
  readonly trailing?: Comment | undefined;
}

/** `words` without the program's own name. No command when none can be recognised. */
export function parseCommand(
  words: readonly Word[],
  flavour: Flavour,
  comments: CommandComments = {},
): { command?: IpvsadmCommand; findings: Finding[] } {
  const findings: Finding[] = [];
  const plain = words.some(hasDash) ? words.map((word) => plainDashes(word, findings)) : words;
  const { command: given, options, operands } = readOptions(plain, flavour, findings);
  const [first] = plain;
  const last = plain.at(-1);
  if (first === undefined || last === undefined) return { findings };
  if (given === undefined) {
    if (findings.length === 0) {
      const message = 'no option here says what is to be done';
      findings.push(findingAt(first.span, 'E_COMMAND_MISSING', message));
    }
    return { findings };
  }
  const { spec, word, value } = given;
  checkRule(spec.name, word, options, flavour, findings);
  const command: Mutable<IpvsadmCommand> = {
    flavour,
    name: spec.name,
    options,
    operands,
    words: plain,
    leading: comments.leading ?? [],
    span: spanBetween(first.span, last.span),
  };
  if (value !== undefined) command.commandValue = value;
  if (comments.trailing !== undefined) command.trailing = comments.trailing;
  const service = readService(options, findings);
  if (service !== undefined) command.service = service;
  const server = readServer(options, findings);
  if (server !== undefined) command.server = server;
  const zone = readZone(options, findings);
  if (zone !== undefined) command.zone = zone;
  return { command, findings };
}

/** Only at the start: a dash inside a value may be meant. */
function hasDash({ text, isQuoted }: Word): boolean {
  return !isQuoted && hasOddDash(text.slice(0, 2));
}

function plainDashes(word: Word, findings: Finding[]): Word {
  if (!hasDash(word)) return word;
  const text = withPlainDashes(word.text.slice(0, 2)) + word.text.slice(2);
  const fix = word.isDerived ? undefined : replaceSpan(word.span, text, `write ${text}`);
  const message = `${word.text} begins with a dash that is no hyphen; read as ${text}`;
  findings.push(findingAt(word.span, 'W_DASH', message, { fix }));
  return { ...word, text };
}

interface GivenWords {
  readonly command?: Wanted;
  readonly options: GivenOption[];
  readonly operands: Word[];
}

interface Wanted {
  readonly spec: OptionSpec;
  readonly word: Word;
  value?: Word;
}

function readOptions(words: readonly Word[], flavour: Flavour, findings: Finding[]): GivenWords {
  const table = optionsOf(flavour);
  const operands: Word[] = [];
  const wanted: Wanted[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    if (!isOption(word.text)) {
      operands.push(word);
      continue;
    }
    const count = wanted.length;
    if (word.text.startsWith('--')) longOption(word, table, flavour, findings, wanted);
    else shortOptions(word, table, flavour, findings, wanted);
    // Of bundled letters only the last can still lack its value.
    const option = wanted.at(-1);
    if (option === undefined || wanted.length === count) continue;
    const { value } = option.spec;
    if (value === 'none' || option.value !== undefined) continue;
    const next = words[at + 1];
    if (
      next !== undefined &&
      (!isOption(next.text) || (value === 'required' && isValue(next.text)))
    ) {
      option.value = next;
      at += 1;
    } else if (value === 'required') {
      const message = `${word.text} (${option.spec.name}) needs a value`;
      findings.push(findingAt(word.span, 'E_OPTION_VALUE', message));
    }
  }
  return sortOut(wanted, operands, findings);
}

/** The command among the options, and the others. */
function sortOut(wanted: readonly Wanted[], operands: Word[], findings: Finding[]): GivenWords {
  const options: GivenOption[] = [];
  let command: Wanted | undefined;
  let other: Wanted | undefined;
  for (const option of wanted) {
    const { spec, word, value } = option;
    if (!spec.isCommand) {
      options.push(
        value === undefined ? { name: spec.name, word } : { name: spec.name, word, value },
      );
    } else if (command === undefined) command = option;
    else other ??= option;
  }
  if (command === undefined) return { options, operands };
  if (other !== undefined && other.spec.name !== command.spec.name) {
    const message = `two commands on one line: ${command.spec.name} and ${other.spec.name}`;
    findings.push(findingAt(other.word.span, 'E_COMMAND_TWICE', message));
  }
  return { options, operands, command };
}

function isOption(text: string): boolean {
  return text.length > 1 && text.startsWith('-');
}

/** A weight may be written `-1` by mistake, an option may not be eaten as a value. */
function isValue(text: string): boolean {
  return /^-\d+$/.test(text);
}

function longOption(
  word: Word,
  table: OptionTable,
  flavour: Flavour,
  findings: Finding[],
  wanted: Wanted[],
): void {
  const equals = word.text.indexOf('=');
  const name = equals < 0 ? word.text.slice(2) : word.text.slice(2, equals);
  const spec = table.byName.get(name);
  if (spec === undefined) {
    const nearest = nearestWord(name, [...table.byName.keys()]);
    const hint = nearest === undefined ? elsewhere(name) : `did you mean --${nearest}?`;
    const message = `ipvsadm of ${flavour} has no option --${name}`;
    findings.push(findingAt(word.span, 'E_OPTION_UNKNOWN', message, { hint }));
    return;
  }
  wanted.push(equals < 0 ? { spec, word } : { spec, word, value: partOf(word, equals + 1) });
}

function shortOptions(
  word: Word,
  table: OptionTable,
  flavour: Flavour,
  findings: Finding[],
  wanted: Wanted[],
): void {
  for (let at = 1; at < word.text.length; at++) {
    const letter = word.text[at] ?? '';
    const spec = table.byLetter.get(letter);
    if (spec === undefined) {
      const message = `ipvsadm of ${flavour} has no option -${letter}`;
      const hint = elsewhere(letter);
      findings.push(findingAt(word.span, 'E_OPTION_UNKNOWN', message, { hint }));
      return;
    }
    const rest = word.text.slice(at + 1);
    if (spec.value !== 'none' && rest !== '') {
      const from = rest.startsWith('=') ? at + 2 : at + 1;
      wanted.push({ spec, word, value: partOf(word, from) });
      return;
    }
    wanted.push({ spec, word });
  }
}

/** The part of a word from a position on, as a word of its own. */
function partOf(word: Word, from: number): Word {
  const { span } = word;
  const isExact = !word.isDerived && !word.isQuoted && span.end - span.start === word.text.length;
  const place = isExact ? { ...span, column: span.column + from, start: span.start + from } : span;
  return { ...word, text: word.text.slice(from), span: place, isDerived: !isExact };
}

function elsewhere(name: string): string {
  const others = FLAVOURS.filter((flavour) => {
    const table = optionsOf(flavour);
    return name.length === 1 ? table.byLetter.has(name) : table.byName.has(name);
  });
  return others.length === 0 ? '' : `it exists in ${others.join(', ')}`;
}

function checkRule(
  name: string,
  word: Word,
  options: readonly GivenOption[],
  flavour: Flavour,
  findings: Finding[],
): void {
  const rule = optionsOf(flavour).rules.get(name);
  if (rule === undefined) return;
  const has = (need: string) =>
    options.some((option) =>
      need === 'service' ? SERVICE_OPTIONS.has(option.name) : option.name === need,
    );
  for (const need of rule.needs) {
    if (has(need)) continue;
    const message = `${name} of ${flavour} needs ${needText(need)}`;
    findings.push(findingAt(word.span, 'E_OPTION_MISSING', message));
  }
  for (const option of options) {
    const isService = SERVICE_OPTIONS.has(option.name);
    const fits = rule.needs.includes(option.name) || rule.takes.has(option.name);
    if (fits || (isService && (rule.needs.includes('service') || rule.takes.has('service')))) {
      continue;
    }
    const message = `${name} of ${flavour} does not take ${option.word.text} (${option.name})`;
    findings.push(findingAt(option.word.span, 'E_OPTION_MISPLACED', message));
  }
}

function needText(need: string): string {
  return need === 'service' ? 'a service (-t, -u or -f)' : `--${need}`;
}

function readService(options: readonly GivenOption[], findings: Finding[]): ServiceRef | undefined {
  const option = options.find(({ name }) => SERVICE_OPTIONS.has(name));
  const word = option?.value;
  if (option === undefined || word === undefined) return undefined;
  if (option.name === 'match') return { kind: 'match', match: word.text, word };
  if (option.name === 'fwmark-service') {
    const isIpv6 = options.some(({ name }) => name === 'ipv6');
    if (/^\d{1,10}$/.test(word.text)) {
      return { kind: 'fwmark', mark: Number(word.text), isIpv6, word };
    }
    findings.push(findingAt(word.span, 'E_ENDPOINT', `${word.text} is no firewall mark`));
    return undefined;
  }
  const kind = option.name.replace('-service', '') as 'tcp' | 'udp' | 'sctp' | 'icmp' | 'icmpv6';
  const endpoint = readEndpoint(word.text);
  if (endpoint === undefined) {
    findings.push(unreadable(word));
    return undefined;
  }
  return { kind, word, ...endpoint, port: endpoint.port ?? 0 };
}

function readServer(options: readonly GivenOption[], findings: Finding[]) {
  const word = options.find(({ name }) => name === 'real-server')?.value;
  if (word === undefined) return undefined;
  const endpoint = readEndpoint(word.text);
  if (endpoint !== undefined) return { ...endpoint, word };
  findings.push(unreadable(word));
  return undefined;
}

function unreadable(word: Word): Finding {
  const message = `${word.text} is no address with a port`;
  const hint = 'write addresses, not names: save with ipvsadm -S -n';
  return findingAt(word.span, 'E_ENDPOINT', message, { hint });
}

function readZone(options: readonly GivenOption[], findings: Finding[]): ZoneRef | undefined {
  const word = options.find(({ name }) => name === 'zone')?.value;
  if (word === undefined) return undefined;
  const network = readNetwork(word.text);
  if (network !== undefined) return { network, word };
  findings.push(findingAt(word.span, 'E_ENDPOINT', `${word.text} is no network`));
  return undefined;
}
