/**
 * Whose tools a director runs, from everything that is known of it: what somebody said, the
 * options of its ipvsadm commands, the keywords of its keepalived.conf. Words that no flavour
 * knows are slips of the pen and no evidence. Never silent about a choice among several.
 */

import { type Finding, findingAt } from '../finding.ts';
import { FLAVOURS, type Flavour } from '../flavour.ts';
import { detectFlavour } from '../ipvsadm/detect-flavour.ts';
import { keywordsOf } from '../keepalived/flavour-keywords.ts';
import type { Statement } from '../keepalived/tree.ts';
import type { Word } from '../text/span.ts';
import type { KeepalivedFile } from './keepalived-file.ts';

export interface NodeEvidence {
  readonly given: Flavour | undefined;
  readonly keepalived: readonly KeepalivedFile[];
  readonly ipvsadm: readonly (readonly Word[])[];
  readonly usesDpvs: boolean;
}

export function detectNodeFlavour(evidence: NodeEvidence): {
  flavour: Flavour;
  findings: readonly Finding[];
} {
  if (evidence.given !== undefined) return { flavour: evidence.given, findings: [] };
  if (evidence.usesDpvs) return { flavour: 'dpvs', findings: [] };
  const commands = detectFlavour(evidence.ipvsadm);
  const hasCommands = evidence.ipvsadm.length > 0;
  const byWords = keepalivedCandidates(evidence.keepalived);
  const both = commands.candidates.filter((flavour) => byWords.includes(flavour));
  const candidates = !hasCommands ? byWords : both.length > 0 ? both : commands.candidates;
  const [first = 'stock'] = candidates;
  const isSettled = candidates.length === 1;
  if (hasCommands && commands.flavour === undefined && !isSettled) {
    return { flavour: first, findings: commands.findings };
  }
  const root = evidence.keepalived[0]?.tree.statements[0];
  if (isSettled || root === undefined) return { flavour: first, findings: [] };
  const message = `the file could be for ${candidates.join(', ')}; it is read as ${first}`;
  const hint = 'say which flavour it is';
  const finding = findingAt(root.keyword.span, 'W_FLAVOUR_ASSUMED', message, { hint });
  return { flavour: first, findings: [finding] };
}

/** The flavours that know every word that any of them knows in its place. */
export function keepalivedCandidates(files: readonly KeepalivedFile[]): readonly Flavour[] {
  let candidates: readonly Flavour[] = FLAVOURS;
  const visit = (statements: readonly Statement[], block: string) => {
    for (const statement of statements) {
      const word = statement.keyword.text;
      const knowing = FLAVOURS.filter((flavour) => keywordsOf(flavour).wordsOf(block)?.has(word));
      const left = candidates.filter((flavour) => knowing.includes(flavour));
      if (left.length > 0) candidates = left;
      const device = block === 'local_address_group' && statement.words.length > 1;
      if (device && candidates.includes('dpvs')) candidates = ['dpvs'];
      if (statement.block !== undefined) visit(statement.block.statements, word);
    }
  };
  for (const { tree } of files) visit(tree.statements, 'ROOT');
  return candidates;
}
