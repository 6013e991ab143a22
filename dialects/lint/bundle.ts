/**
 * The files of an import, read: what stands on which director and in which dialect. Files that
 * name the same node belong to one director; a file without a node belongs to the only one.
 */

import { parseDpip } from '../dpip/parse-statement.ts';
import type { DpipStatement } from '../dpip/statement.ts';
import { type DpvsConfig, parseDpvsConf, readDpvsConfig } from '../dpvs-conf/config.ts';
import { type Finding, findingAt } from '../finding.ts';
import { type Flavour, isForkOf122 } from '../flavour.ts';
import type { IpvsadmCommand } from '../ipvsadm/command.ts';
import { parseCommand } from '../ipvsadm/parse-command.ts';
import { type FileReader, memoryFileReader } from '../keepalived/file-reader.ts';
import { loadTree } from '../keepalived/load-tree.ts';
import type { Tree } from '../keepalived/tree.ts';
import { readConfig } from '../keepalived/views/config.ts';
import { type HostSetting, hostSettingsOf } from '../shell/host-setting.ts';
import { type IniFile, readIniFile } from '../shell/ini-file.ts';
import { PASSED_PROGRAMS, programOf, READ_PROGRAMS } from '../shell/programs.ts';
import { readScriptLines } from '../shell/read-lines.ts';
import type { ShellCommand } from '../shell/script.ts';
import type { Word, WorkCounter } from '../text/span.ts';
import { detectNodeFlavour } from './detect-node.ts';
import type { KeepalivedFile } from './keepalived-file.ts';

/** What a file is; `script` covers scripts, transcripts and saves of ipvsadm. */
export type LintKind = 'keepalived' | 'script' | 'dpvs-conf' | 'unit' | 'route-file';

export interface LintFile {
  readonly file: string;
  readonly text: string;
  readonly kind: LintKind;
  readonly node?: string;
}

export interface LintOptions {
  /** Absent: found by evidence, and said so. */
  readonly flavour?: Flavour;
  /** `1.8-10`; absent when it is not known. */
  readonly dpvsVersion?: string;
  /** Configuration id for conditions of keepalived.conf, by node. */
  readonly configIds?: Readonly<Record<string, string>>;
  /** Addresses that servers own besides the one in the files: real server to its others. */
  readonly serverAddresses?: Readonly<Record<string, readonly string[]>>;
  /** Interfaces that are known to be in one layer-2 network: interface to its network. */
  readonly layer2?: Readonly<Record<string, string>>;
  /** Files that keepalived includes, when they are not among the linted ones. */
  readonly reader?: FileReader;
  readonly work?: WorkCounter;
}

export interface DpvsFile {
  readonly tree: Tree;
  readonly config: DpvsConfig;
}

export interface LintNode {
  readonly name: string;
  readonly flavour: Flavour;
  readonly dpvsVersion?: string;
  readonly keepalived: readonly KeepalivedFile[];
  readonly ipvsadm: readonly IpvsadmCommand[];
  readonly dpip: readonly DpipStatement[];
  readonly settings: readonly HostSetting[];
  readonly shell: readonly ShellCommand[];
  readonly dpvsConf: readonly DpvsFile[];
  readonly units: readonly IniFile[];
  readonly routeFiles: readonly {
    readonly file: string;
    readonly lines: readonly ShellCommand[];
  }[];
}

export interface LintBundle {
  readonly nodes: readonly LintNode[];
  readonly options: LintOptions;
  /** What reading the files found. */
  readonly findings: readonly Finding[];
}

export function readBundle(files: readonly LintFile[], options: LintOptions = {}): LintBundle {
  const findings: Finding[] = [];
  const names = [...new Set(files.map(({ node }) => node ?? ''))];
  const nodes = names.map((name) => {
    const own = files.filter(({ node }) => (node ?? '') === name);
    return readNode(name, own, options, findings);
  });
  return { nodes, options, findings };
}

function readNode(
  name: string,
  files: readonly LintFile[],
  options: LintOptions,
  findings: Finding[],
): LintNode {
  const evaluated = readKeepalived(name, files, options, true);
  const of = (kind: LintKind) => files.filter((file) => file.kind === kind);
  const shell = of('script').flatMap((file) => {
    const script = readScriptLines(file, { work: options.work });
    findings.push(...script.findings);
    return script.commands;
  });
  const dpip: DpipStatement[] = [];
  const ipvsadmLines: { command: ShellCommand; words: readonly Word[] }[] = [];
  for (const command of shell) {
    const program = programOf(command.words[0]?.text ?? '');
    if (program === 'dpip') {
      const parsed = parseDpip(command.words.slice(1), command);
      findings.push(...parsed.findings);
      if (parsed.statement !== undefined) dpip.push(parsed.statement);
    } else if (program === 'ipvsadm') {
      ipvsadmLines.push({ command, words: command.words.slice(1) });
    } else if (isSaveLine(command)) ipvsadmLines.push({ command, words: command.words });
    else if (!READ_PROGRAMS.has(program) && !PASSED_PROGRAMS.has(program) && program !== '') {
      const { span } = command.words[0] ?? command;
      const message = `${program} is not known to the importer`;
      findings.push(findingAt(span, 'W_COMMAND_UNKNOWN', message));
    }
  }
  const dpvsConf = of('dpvs-conf').map((file) => {
    const parsed = parseDpvsConf(file, options.work === undefined ? {} : { work: options.work });
    findings.push(...parsed.findings);
    return { tree: parsed.tree, config: readDpvsConfig(parsed.tree) };
  });
  const detected = detectNodeFlavour({
    given: options.flavour,
    keepalived: evaluated.files,
    ipvsadm: ipvsadmLines.map(({ words }) => words),
    usesDpvs: dpip.length > 0 || dpvsConf.length > 0,
  });
  findings.push(...detected.findings);
  const keepalived = isForkOf122(detected.flavour)
    ? readKeepalived(name, files, options, false)
    : evaluated;
  findings.push(...keepalived.findings);
  const ipvsadm = ipvsadmLines.flatMap(({ command, words }) => {
    const parsed = parseCommand(words, detected.flavour, command);
    findings.push(...parsed.findings);
    return parsed.command === undefined ? [] : [parsed.command];
  });
  const routeFiles = of('route-file').map((file) => {
    const script = readScriptLines(file, { work: options.work });
    return { file: file.file, lines: script.commands };
  });
  return {
    name,
    flavour: detected.flavour,
    keepalived: keepalived.files,
    ipvsadm,
    dpip,
    settings: shell.flatMap(hostSettingsOf),
    shell,
    dpvsConf,
    units: of('unit').map(readIniFile),
    routeFiles,
    ...(options.dpvsVersion === undefined ? {} : { dpvsVersion: options.dpvsVersion }),
  };
}

/** A line of a save: `-A -t ...` without the program's name. */
function isSaveLine({ words }: ShellCommand): boolean {
  return /^[-\u2010-\u2015][A-Za-z-]/.test(words[0]?.text ?? '');
}

/** The files that no other one includes, each with what it includes. */
function readKeepalived(
  name: string,
  files: readonly LintFile[],
  options: LintOptions,
  evaluates: boolean,
): { files: KeepalivedFile[]; findings: Finding[] } {
  const own = files.filter(({ kind }) => kind === 'keepalived');
  const texts = Object.fromEntries(own.map(({ file, text }) => [file, text]));
  const reader = withFallback(memoryFileReader(texts), options.reader);
  const configId = options.configIds?.[name];
  const load = {
    evaluates,
    ...(configId === undefined ? {} : { configId }),
    ...(options.work === undefined ? {} : { work: options.work }),
  };
  const loaded = own.map(({ file }) => loadTree(file, reader, load));
  const included = new Set(loaded.flatMap(({ files: read }) => read.slice(1)));
  const roots = loaded.filter(({ tree }) => !included.has(tree.file));
  // Files that all include each other have no root; then each counts.
  const chosen = roots.length === 0 ? loaded : roots;
  return {
    files: chosen.map(({ tree }) => ({ tree, config: readConfig(tree) })),
    findings: chosen.flatMap(({ findings }) => findings),
  };
}

function withFallback(first: FileReader, second: FileReader | undefined): FileReader {
  if (second === undefined) return first;
  return {
    list: (pattern) => [...new Set([...first.list(pattern), ...second.list(pattern)])].sort(),
    read: (path) => first.read(path) ?? second.read(path),
  };
}
