/**
 * A script, a transcript or a save as simple commands in their order. Never throws, linear in the
 * length of the text; what is not understood (branches, loops, values that only a shell knows) is
 * a finding and gives no command.
 */
import { type Finding, findingAt } from '../finding.ts';
import { LineIndex, type PhysicalLine } from '../text/line-index.ts';
import { lineNumberRuns } from '../text/line-numbers.ts';
import type { Comment, SourceText, WorkCounter } from '../text/span.ts';
import { CommandAssembler } from './assemble-command.ts';
import { glueCuts, gluedComment, gluedCommentStart } from './glued-line.ts';
import { promptOf } from './prompt.ts';
import type { HereDocument, ShellCommand, ShellScript } from './script.ts';
import { ShellLineScanner, type ShellToken } from './tokens.ts';

export interface ScriptOptions {
  readonly work?: WorkCounter | undefined;
}

export function readScriptLines(
  source: SourceText,
  options: ScriptOptions = {},
): ShellScript & { findings: Finding[] } {
  return new ScriptReader(source, options).read();
}

/** An odd number of them: the last one stands for the line end. */
function endsInBackslash(text: string): boolean {
  return text.endsWith('\\') && /(^|[^\\])(\\\\)*\\$/.test(text);
}

/** Files whose text is run at boot. */
const BOOT_SCRIPT = /^\/etc\/(rc\.local|rc\.d\/.*|init\.d\/.*)$|\.sh$/;

class ScriptReader {
  readonly #index: LineIndex;
  readonly #work: WorkCounter | undefined;
  readonly #findings: Finding[] = [];
  readonly #variables = new Map<string, string>();
  readonly #assembler = new CommandAssembler(this.#findings, this.#variables);
  /** Lines that are nothing but one word, to find the ends of here-documents without searching. */
  readonly #delimiters = new Map<string, number[]>();
  #tokens: ShellToken[] = [];

  constructor(source: SourceText, options: ScriptOptions) {
    this.#index = new LineIndex(source);
    this.#work = options.work;
  }

  read(): ShellScript & { findings: Finding[] } {
    const { lines } = this.#index;
    const skipped = this.#droppedLines();
    if (this.#index.source.text.includes('<<')) this.#findDelimiters();
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at];
      if (line === undefined || skipped.has(line)) continue;
      at = this.#line(line, at);
    }
    this.#flush();
    const { commands, dangling } = this.#assembler.end();
    return { file: this.#index.source.file, commands, dangling, findings: this.#findings };
  }

  #findDelimiters(): void {
    for (const [at, line] of this.#index.lines.entries()) {
      const text = this.#index.textOf(line).trim();
      if (!/^\w{1,64}$/.test(text)) continue;
      const known = this.#delimiters.get(text);
      if (known === undefined) this.#delimiters.set(text, [at]);
      else known.push(at);
    }
  }

  /** Reads the line; the position of the last line that it took. */
  #line(line: PhysicalLine, at: number): number {
    const text = this.#index.textOf(line);
    if (this.#work !== undefined) this.#work.steps += text.length + 1;
    const cuts = glueCuts(text);
    if (cuts.length > 0) {
      this.#glued(line, text, cuts);
      return at;
    }
    const from = promptOf(text, (word) => this.#endOf(word, at) !== undefined)?.end ?? 0;
    if (!endsInBackslash(text)) {
      this.#scan(line, text, from);
      return this.#flush(at);
    }
    const count = this.#tokens.length;
    this.#scan(line, text.slice(0, -1), from);
    const last = this.#tokens.at(-1);
    // A comment goes on to the end of its line and no further, whatever it ends in.
    if (this.#tokens.length === count || last?.kind !== 'comment') return at;
    const start = last.comment.span.start - line.start;
    this.#tokens[this.#tokens.length - 1] = this.#comment(line, start, text.length);
    return this.#flush(at);
  }

  #scan(line: PhysicalLine, text: string, from: number): void {
    const scanner = new ShellLineScanner(this.#index, line, text, from, this.#variables);
    scanner.scan(this.#tokens);
    if (scanner.isQuoteOpen) {
      const span = this.#index.spanOn(line, line.start, line.end);
      this.#findings.push(findingAt(span, 'E_QUOTE_OPEN', 'a quote is not closed on its line'));
    }
  }

  /** Hands the tokens over; takes the bodies of here-documents from the lines below. */
  #flush(at = this.#index.lines.length): number {
    const tokens = this.#tokens;
    this.#tokens = [];
    const made = this.#assembler.addLine(tokens);
    let last = at;
    for (const { command, delimiter } of made) {
      const end = this.#endOf(delimiter, last);
      if (end === undefined) {
        const message = `the here-document is not closed by ${delimiter}`;
        this.#findings.push(findingAt(command.span, 'E_HERE_DOCUMENT_OPEN', message));
        continue;
      }
      this.#assembler.attach(command, this.#body(last + 1, end, delimiter));
      this.#nested(command, last + 1, end);
      last = end;
    }
    return last;
  }

  #body(from: number, to: number, delimiter: string): HereDocument {
    const start = this.#index.lines[from]?.start ?? 0;
    const end = this.#index.lines[to]?.start ?? start;
    const text = this.#index.source.text.slice(start, end);
    return { delimiter, text, body: this.#index.span(start, end) };
  }

  /** A here-document that goes into a boot script is a script itself. */
  #nested(command: ShellCommand, from: number, to: number): void {
    const target = command.redirects.find(({ operator }) => operator !== '<')?.target.text;
    if (target === undefined || !BOOT_SCRIPT.test(target)) return;
    const before = this.#assembler.persistedTo;
    this.#assembler.persistedTo = target;
    this.#assembler.isLost = command.words[0]?.text === 'echo';
    for (let at = from; at < to; at++) {
      const line = this.#index.lines[at];
      if (line === undefined) continue;
      const text = this.#index.textOf(line);
      if (this.#work !== undefined) this.#work.steps += text.length + 1;
      this.#scan(line, text, 0);
      this.#assembler.addLine(this.#tokens);
      this.#tokens = [];
    }
    this.#assembler.persistedTo = before;
    this.#assembler.isLost = false;
  }

  #endOf(delimiter: string, after: number): number | undefined {
    const ends = this.#delimiters.get(delimiter);
    if (ends === undefined) return undefined;
    while (ends.length > 0 && (ends[0] ?? 0) <= after) ends.shift();
    return ends[0];
  }

  #glued(line: PhysicalLine, text: string, cuts: readonly number[]): void {
    this.#flush();
    const bounds = [0, ...cuts, text.length];
    for (const [at, from] of bounds.entries()) {
      const to = bounds[at + 1];
      if (to === undefined) break;
      if (at > 0) {
        const span = this.#index.spanOn(line, line.start + from, line.start + to);
        const parts = at === 1 ? [0, from] : [from];
        const spaces = parts.flatMap((start) =>
          gluedComment(text, start, start === from ? to : from),
        );
        const edits = [
          { file: span.file, start: span.start, end: span.start, text: '\n' },
          ...spaces.map((offset) => {
            const place = line.start + offset;
            return { file: span.file, start: place, end: place, text: ' ' };
          }),
        ];
        const fix = { title: 'put the command on a line of its own', edits };
        const message = 'a command that begins in the middle of a word: where it begins is a guess';
        this.#findings.push(findingAt(span, 'W_GLUED', message, { fix }));
      }
      const end = Math.min(to, gluedCommentStart(text, from));
      this.#scan(line, text.slice(0, end), from);
      if (end < to) this.#tokens.push(this.#comment(line, end, to));
      this.#assembler.addLine(this.#tokens, { isGuessed: at > 0 });
      this.#tokens = [];
    }
  }

  #comment(line: PhysicalLine, from: number, to: number): ShellToken {
    const span = this.#index.spanOn(line, line.start + from, line.start + to);
    const text = this.#index.source.text.slice(span.start + 1, span.end).trim();
    const comment: Comment = { mark: '#', text, span };
    return { kind: 'comment', comment };
  }

  #droppedLines(): Set<PhysicalLine> {
    const skipped = new Set<PhysicalLine>();
    for (const run of lineNumberRuns(this.#index)) {
      for (const line of run) skipped.add(line);
      const [first] = run;
      const last = run.at(-1);
      if (first === undefined || last === undefined) continue;
      const span = this.#index.spanOn(first, first.start, last.next);
      const edit = { file: span.file, start: span.start, end: span.end, text: '' };
      const fix = { title: 'delete the column of line numbers', edits: [edit] };
      const message = `${run.length} lines are a column of line numbers`;
      this.#findings.push(findingAt(span, 'W_LINE_NUMBERS', message, { fix }));
    }
    return skipped;
  }
}
