/** A unit of systemd or an ifcfg file: keys and values by section, with their places. */
import { LineIndex } from '../text/line-index.ts';
import type { SourceText, Span } from '../text/span.ts';

export interface IniEntry {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly span: Span;
}

export interface IniFile {
  readonly file: string;
  readonly entries: readonly IniEntry[];
}

export function readIniFile(source: SourceText): IniFile {
  const index = new LineIndex(source);
  const entries: IniEntry[] = [];
  let section = '';
  for (const line of index.lines) {
    const text = index.textOf(line).trim();
    const head = /^\[([^\]]+)\]$/.exec(text);
    const pair = /^([A-Za-z_][\w-]*)\s*=\s*(.*)$/.exec(text);
    if (head !== null) section = head[1] ?? '';
    else if (pair !== null) {
      const span = index.spanOn(line, line.start, line.end);
      const value = (pair[2] ?? '').replace(/^(["'])(.*)\1$/, '$2');
      entries.push({ section, key: pair[1] ?? '', value, span });
    }
  }
  return { file: source.file, entries };
}
