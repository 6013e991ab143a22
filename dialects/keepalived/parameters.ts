/**
 * `$NAME=value` and `${NAME}`, `~SEQ(...)`: what keepalived 2.x makes of a line before it reads
 * it. Substitution takes place at the use and is repeated, as keepalived.conf(5) says. Invariant:
 * every expansion is bounded in depth, in length and in the number of lines, so a definition that
 * contains itself costs a finding and no memory.
 */
import { LogicalLine, type Piece } from './logical-line.ts';

/** Values within values: the manual's own examples need three. */
const ROUNDS_MAX = 16;
/** keepalived refuses longer lines itself. */
const LINE_LENGTH_MAX = 65_536;
/** A /16 of addresses in one line is the largest that anybody has a use for. */
export const SEQUENCE_LENGTH_MAX = 65_536;

export interface Definition {
  /** The lines of a value of several are kept apart by `\n`: its use stands for all of them. */
  readonly value: string;
}

export interface Parameters {
  readonly values: Map<string, Definition>;
}

/** `$NAME=value` at the start of a line. */
export function readDefinition(text: string): { name: string; value: string } | undefined {
  const found = /^\s*\$([A-Za-z_]\w*)=(.*)$/s.exec(text);
  return found === null ? undefined : { name: found[1] ?? '', value: (found[2] ?? '').trim() };
}

/** Whether the line is nothing but the use of a parameter. */
export function soleUse(text: string): string | undefined {
  const found = /^\s*\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))\s*$/.exec(text);
  return found?.[1] ?? found?.[2];
}

/**
 * The line with its parameters replaced. `isWhole` is false when a bound stopped it: a value that
 * contains itself. Unknown names stay as they are, as the daemon leaves them.
 */
export function substitute(
  line: LogicalLine,
  parameters: Parameters,
): { line: LogicalLine; isWhole: boolean } {
  let current = line;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const next = substituteOnce(current, parameters);
    if (next === undefined) return { line: current, isWhole: true };
    if (next.text.length > LINE_LENGTH_MAX) return { line: current, isWhole: false };
    current = next;
  }
  return { line: current, isWhole: substituteOnce(current, parameters) === undefined };
}

function substituteOnce(line: LogicalLine, parameters: Parameters): LogicalLine | undefined {
  // `$NAME` counts when white space follows it, `${NAME}` everywhere.
  const uses = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*)(?=\s|$))/g;
  const pieces: Piece[] = [];
  let from = 0;
  let length = 0;
  for (let use = uses.exec(line.text); use !== null; use = uses.exec(line.text)) {
    const value = parameters.values.get(use[1] ?? use[2] ?? '')?.value;
    if (value === undefined) continue;
    pieces.push(...line.slice(from, use.index));
    const { span } = line.span(use.index, use.index + use[0].length);
    pieces.push({ text: value, start: span.start, isDerived: true });
    from = use.index + use[0].length;
    length += value.length;
    if (length > LINE_LENGTH_MAX) break;
  }
  if (from === 0) return undefined;
  pieces.push(...line.slice(from, line.text.length));
  return new LogicalLine(line.index, pieces);
}

export interface Sequence {
  readonly name: string;
  readonly values: readonly string[];
  /** What of the line is repeated. */
  readonly rest: number;
}

/** `~SEQ(VAR, start, step, end) rest`; undefined when the line has no well-formed one. */
export function readSequence(text: string): Sequence | 'malformed' | undefined {
  const head = /^\s*~SEQ(x?)\(([^)]*)\)\s*/.exec(text);
  if (head === null) return undefined;
  const [name = '', ...numbers] = (head[2] ?? '').split(',').map((part) => part.trim());
  const values = numbers.map((part) =>
    /^[+-]?(\d+|0x[0-9a-f]+)$/i.test(part) ? toNumber(part) : NaN,
  );
  if (!/^[A-Za-z_]\w*$/.test(name) || values.length === 0 || values.length > 3) return 'malformed';
  if (values.some((value) => !Number.isSafeInteger(value))) return 'malformed';
  const end = values.at(-1) ?? 0;
  const start = values.length === 1 ? (end < 0 ? -1 : 1) : (values[0] ?? 0);
  const step = values.length === 3 ? (values[1] ?? 0) : start <= end ? 1 : -1;
  if (step === 0 || Math.abs((end - start) / step) >= SEQUENCE_LENGTH_MAX) return 'malformed';
  const list: string[] = [];
  for (let value = start; step > 0 ? value <= end : value >= end; value += step) {
    list.push(head[1] === 'x' ? value.toString(16) : String(value));
  }
  return { name, values: list, rest: head[0].length };
}

function toNumber(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * Number(text.replace(/^[+-]/, ''));
}
