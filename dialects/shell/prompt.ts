/**
 * Prompts that a transcript leaves before its commands: `$ dpip ...`, `[root@lvs ~]# ipvsadm ...`.
 * A `#` alone is a comment, unless the here-document that it opens is closed further down: a
 * comment opens none, so the `#` was the prompt of root.
 */
export interface Prompt {
  /** Where the command begins. */
  readonly end: number;
}

const PROMPT = /^\s*(?:\[[^\]\s]{1,64}[^\]]{0,64}\]\s?)?[$#]\s+(?=\S)/;
const NAMED_ROOT = /^\s*\[[^\]]{1,128}\]\s?#\s+(?=\S)/;
const DOLLAR = /^\s*(?:\[[^\]]{1,128}\]\s?)?\$\s+(?=\S)/;
const HERE_DOCUMENT = /<<-?\s*(['"]?)(\w{1,64})\1/;

/** The prompt at the start of the line; `closes` says whether the delimiter stands alone below. */
export function promptOf(text: string, closes: (delimiter: string) => boolean): Prompt | undefined {
  const certain = NAMED_ROOT.exec(text) ?? DOLLAR.exec(text);
  if (certain !== null) return { end: certain[0].length };
  const root = PROMPT.exec(text);
  const delimiter = HERE_DOCUMENT.exec(text)?.[2];
  if (root === null || delimiter === undefined || !closes(delimiter)) return undefined;
  return { end: root[0].length };
}
