/**
 * Whose ipvsadm a set of commands is written for, by evidence only: a flavour is out when its
 * option table cannot read one of the commands. Invariant: when several flavours remain and they
 * understand the commands differently, there is no answer but a finding.
 */

import { type Finding, findingAt } from '../finding.ts';
import { FLAVOURS, type Flavour, programsPortZero } from '../flavour.ts';
import type { Span, Word } from '../text/span.ts';
import type { IpvsadmCommand } from './command.ts';
import { parseCommand } from './parse-command.ts';
import { commandMeaning } from './print-command.ts';

export interface Detection {
  /** The one that remains, or any of them when all that remain mean the same. */
  readonly flavour?: Flavour;
  /** Flavours that can read every command. */
  readonly candidates: readonly Flavour[];
  /** What ruled a flavour out. */
  readonly evidence: readonly { readonly flavour: Flavour; readonly against: Span }[];
  readonly findings: readonly Finding[];
}

/** `lines` are the words of each command without the program's name. */
export function detectFlavour(all: readonly (readonly Word[])[]): Detection {
  const lines = distinctForms(all);
  const evidence: { flavour: Flavour; against: Span }[] = [];
  const candidates = FLAVOURS.filter((flavour) => {
    const against = firstUnreadable(lines, flavour);
    if (against !== undefined) evidence.push({ flavour, against });
    return against === undefined;
  });
  const [first] = candidates;
  const place = lines.find((words) => words.length > 0)?.[0]?.span;
  const findings: Finding[] = [];
  if (place === undefined) return { candidates, evidence, findings };
  if (first === undefined) {
    const message = 'no flavour of ipvsadm understands all of these commands';
    const hint = 'say which flavour it is to see what is wrong with it';
    return {
      candidates,
      evidence,
      findings: [findingAt(place, 'E_FLAVOUR_UNKNOWN', message, { hint })],
    };
  }
  const differing = candidates.length > 1 ? firstDifference(lines, candidates) : undefined;
  if (differing === undefined) return { flavour: first, candidates, evidence, findings };
  const message = `this means different things in ${candidates.join(', ')}`;
  const hint = 'say whose ipvsadm it is';
  findings.push(findingAt(differing, 'E_FLAVOUR_AMBIGUOUS', message, { hint }));
  return { candidates, evidence, findings };
}

function firstUnreadable(lines: readonly (readonly Word[])[], flavour: Flavour): Span | undefined {
  for (const words of lines) {
    const { findings } = parseCommand(words, flavour);
    // What no table can mend (a bad address) is no evidence about the flavour.
    const bad = findings.find(({ code }) => /^E_(OPTION|COMMAND)/.test(code));
    const [first] = words;
    if (bad !== undefined && first !== undefined) return first.span;
  }
  return undefined;
}

function firstDifference(
  lines: readonly (readonly Word[])[],
  candidates: readonly Flavour[],
): Span | undefined {
  for (const words of lines) {
    const meanings = new Set(
      candidates.map((flavour) => {
        const { command } = parseCommand(words, flavour);
        return command === undefined ? '' : `${commandMeaning(command)} ${serverPort(command)}`;
      }),
    );
    if (meanings.size > 1) return words[0]?.span;
  }
  return undefined;
}

/** What a real server without a port gets: the one of the service, or with DPVS perhaps none. */
function serverPort({ name, server, flavour }: IpvsadmCommand): string {
  if (name !== 'add-server' || server === undefined || server.port !== undefined) return '';
  return programsPortZero(flavour, undefined) === false ? 'port of the service' : 'by version';
}

/**
 * One line of each form: which options stand in it, and whether values have ports. Lines of one
 * form are read alike by a table, and a save of 100,000 lines has a dozen forms.
 */
function distinctForms(lines: readonly (readonly Word[])[]): (readonly Word[])[] {
  const forms = new Map<string, readonly Word[]>();
  let before: readonly Word[] = [];
  for (const words of lines) {
    // Nearly always the form of the line before: an answer without a text to be made and looked up.
    const isSame =
      words.length === before.length && words.every((word, at) => hasForm(word, before[at]));
    before = words;
    if (isSame && words.length > 0) continue;
    const form = words.map(formOf).join(' ');
    if (!forms.has(form)) forms.set(form, words);
  }
  return [...forms.values()];
}

function hasForm(word: Word, other: Word | undefined): boolean {
  return other !== undefined && (word.text === other.text || formOf(word) === formOf(other));
}

function formOf({ text }: Word): string {
  // Options whole (a value may be glued to them); of values only what the readings depend on.
  if (/^[-\u2010-\u2015\u2212]/.test(text)) return text;
  if (!text.includes(':')) return '*';
  return /:[^:\]]*$/.test(text) && !/^[0-9a-f:]+$/i.test(text) ? '*:' : '*';
}
