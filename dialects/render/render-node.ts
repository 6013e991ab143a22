/**
 * One director in one dialect: the text with its header, and what is to be said of it. Pure and
 * deterministic. A text with refusals lacks what was refused and says so in comments.
 */
import { commandList, dpipList } from './command-list.ts';
import type { Target } from './dialect.ts';
import { dpvsConf } from './dpvs-conf.ts';
import { keepalivedConf } from './keepalived-conf.ts';
import type { NodeView } from './node-view.ts';
import { distinctRemarks, type GatheredRemark, gatherRemarks, type Remark } from './remark.ts';
import { saveFile } from './save-file.ts';
import { stepLines } from './step.ts';

export interface Rendered {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** `isUndo` is heard by lists of commands only: it gives the list that takes them back. */
export function renderNode(view: NodeView, target: Target, isUndo = false): Rendered {
  const { body, remarks } = bodyOf(view, target, isUndo);
  const all = distinctRemarks(remarks);
  return { text: `${header(view, target, all, isUndo)}${body}`, remarks: all };
}

function bodyOf(
  view: NodeView,
  { kind, flavour }: Target,
  isUndo: boolean,
): { body: string; remarks: readonly Remark[] } {
  switch (kind) {
    case 'keepalived': {
      const { text, remarks } = keepalivedConf(view, flavour);
      return { body: text, remarks };
    }
    case 'dpvs-conf': {
      const { text, remarks } = dpvsConf(view);
      return { body: text, remarks };
    }
    case 'save': {
      const { lines, remarks } = saveFile(view);
      return { body: textOf(lines), remarks };
    }
    default: {
      const { steps, remarks } = kind === 'dpip' ? dpipList(view) : commandList(view, flavour);
      return { body: textOf(stepLines(steps, isUndo)), remarks };
    }
  }
}

const textOf = (lines: readonly string[]) => lines.map((one) => `${one}\n`).join('');

const WHAT: Readonly<Record<Target['kind'], string>> = {
  keepalived: 'keepalived.conf',
  save: 'ipvsadm-restore file',
  commands: 'commands, for sh -e',
  dpip: 'dpip commands, for sh -e',
  'dpvs-conf': 'parts of dpvs.conf',
};

function header(
  { name, cluster }: NodeView,
  { kind, flavour }: Target,
  remarks: readonly Remark[],
  isUndo: boolean,
): string {
  const title = `${name} of cluster ${cluster.resource.metadata.name}: ${WHAT[kind]} (${flavour})`;
  const left = gatherRemarks(remarks.filter((one) => one.kind === 'refusal'));
  const notes = gatherRemarks(remarks.filter((one) => one.kind === 'note'));
  const entry = ({ first: { path, message }, resources }: GatheredRemark) =>
    `#   ${resources} ${path}: ${message}`;
  return textOf([
    ...(kind === 'commands' || kind === 'dpip' ? ['#!/bin/sh -e'] : []),
    `# ${title}${isUndo ? ', taken back' : ''}`,
    '# Written by sluice render.',
    ...(left.length === 0
      ? []
      : ['# Left out, because it cannot be said here:', ...left.map(entry)]),
    ...(notes.length === 0
      ? []
      : ['# Not said here, or said a little differently:', ...notes.map(entry)]),
    '',
  ]);
}
