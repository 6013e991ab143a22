/** What a script fetches against what it installs, and paths whose parts disagree. */
import { type Finding, findingAt } from '../../finding.ts';
import { programOf } from '../../shell/programs.ts';
import type { Word } from '../../text/span.ts';
import type { Rule } from '../rule.ts';

export const ARTIFACTS: Rule = {
  codes: ['E_ARTIFACT_NAMES', 'W_PATH_VERSIONS'],
  check({ node }) {
    const fetched = new Map<string, string>();
    const findings: Finding[] = [];
    for (const { words } of node.shell) {
      const program = programOf(words[0]?.text ?? '');
      if (program === 'wget' || program === 'curl') {
        for (const { text } of words.slice(1)) {
          const name = packageOf(text);
          if (name !== undefined) fetched.set(name.stem, name.file);
        }
      } else if (program === 'rpm') {
        for (const word of words.slice(1)) findings.push(...otherThanFetched(word, fetched));
      } else if (program === 'cd') findings.push(...pathVersions(words[1]));
    }
    return findings;
  },
};

function packageOf(text: string): { file: string; stem: string } | undefined {
  const file = /([^/]+\.rpm)$/.exec(text)?.[1];
  const stem = /^([A-Za-z][A-Za-z0-9+_-]*?)-\d/.exec(file ?? '')?.[1];
  return file === undefined || stem === undefined ? undefined : { file, stem };
}

function otherThanFetched(word: Word, fetched: ReadonlyMap<string, string>): Finding[] {
  const installed = packageOf(word.text);
  const before = fetched.get(installed?.stem ?? '');
  if (installed === undefined || before === undefined || before === installed.file) return [];
  const message = `${installed.file} is installed, ${before} was fetched`;
  return [findingAt(word.span, 'E_ARTIFACT_NAMES', message)];
}

/** `kernel-2.6.32-220.../linux-2.6.32-279...`: one tree, two versions. */
function pathVersions(word: Word | undefined): Finding[] {
  const versions = (word?.text ?? '')
    .split('/')
    .flatMap((part) => /^(?:linux|kernel|kernal)-(\d+(?:\.\d+)+-\d+)/.exec(part)?.[1] ?? []);
  const [first, second] = versions;
  if (word === undefined || first === undefined || second === undefined || first === second)
    return [];
  const message = `the path names ${first} and ${second}`;
  return [findingAt(word.span, 'W_PATH_VERSIONS', message)];
}
