/** What changes, as people read it: + comes, - goes, ~ becomes another. */
import type { ApplyReply, ChangeView, FreezeView, PlanReply } from '../../schemas/api.ts';
import type { DiffReply } from '../../schemas/history-api.ts';
import type { FieldChange } from '../../schemas/spec.ts';
import type { Colors } from '../session.ts';
import { warningLines } from './problems.ts';

/** Services named for one director; a change of the cluster touches all of them. */
const SERVICES_NAMED_MAX = 8;

export function planText(plan: PlanReply, colors: Colors): string {
  if (plan.changes.length === 0) {
    const same = `${plan.unchanged} ${plan.unchanged === 1 ? 'resource is' : 'resources are'}`;
    return [
      ...warningLines(plan.warnings, colors),
      `Nothing to change: ${same} as declared (revision ${plan.revision}).`,
    ].join('\n');
  }
  return [
    ...plan.changes.flatMap((change) => [...changeLines(change, colors), '']),
    ...nodeLines(plan, colors),
    ...warningLines(plan.warnings, colors),
    ...frozenLines(plan.frozen, colors),
    `Plan: ${countsText(plan.changes, PLANNED)}, ${plan.unchanged} unchanged ` +
      `(revision ${plan.revision}).`,
  ].join('\n');
}

export function applyText(reply: ApplyReply, colors: Colors): string {
  if (!reply.changed) return planText(reply, colors);
  return [
    ...reply.changes.flatMap((change) => [...changeLines(change, colors), '']),
    ...nodeLines(reply, colors),
    ...warningLines(reply.warnings, colors),
    colors.green(
      `Applied: ${countsText(reply.changes, APPLIED)}. The fleet is at revision ${reply.revision}.`,
    ),
  ].join('\n');
}

/** What leads from one revision to another. */
export function diffText({ from, to, changes }: DiffReply, colors: Colors): string {
  const between = `revision ${from} -> ${to}`;
  if (changes.length === 0) return `No difference (${between}).`;
  return [
    ...changes.flatMap((change) => [...changeLines(change, colors), '']),
    `${countsText(changes, APPLIED)} (${between}).`,
  ].join('\n');
}

export function changeLines({ key, action, fields }: ChangeView, colors: Colors): string[] {
  const head = { create: '+', update: '~', delete: '-' }[action];
  const verb = { create: 'create', update: 'change', delete: 'delete' }[action];
  return [
    paint(head, `${head} ${colors.bold(key)}`, colors) + colors.dim(` (${verb})`),
    ...fields.map((field) => `    ${fieldLine(field, colors)}`),
  ];
}

/** `~ spec.realServers[10.98.0.22:80].weight: 2 -> 3`. */
export function fieldLine({ path, from, to }: FieldChange, colors: Colors): string {
  if (from === undefined) return paint('+', `+ ${path}${valueAfter(path, to)}`, colors);
  if (to === undefined) return paint('-', `- ${path}${valueAfter(path, from)}`, colors);
  return `${paint('~', `~ ${path}:`, colors)} ${from} -> ${to}`;
}

/** A list item that is its own address need not be said twice: `+ spec.vips[10.0.0.1]`. */
function valueAfter(path: string, value: string | undefined): string {
  const plain = value?.replace(/^"|"$/g, '');
  return value === undefined || path.endsWith(`[${plain}]`) ? '' : `: ${value}`;
}

function paint(sign: string, text: string, colors: Colors): string {
  if (sign === '+') return colors.green(text);
  return sign === '-' ? colors.red(text) : colors.yellow(text);
}

const PLANNED = { create: 'to create', update: 'to change', delete: 'to delete' } as const;
const APPLIED = { create: 'created', update: 'changed', delete: 'deleted' } as const;

function countsText(
  changes: readonly ChangeView[],
  words: Readonly<Record<ChangeView['action'], string>>,
): string {
  const count = (action: ChangeView['action']) =>
    `${changes.filter((change) => change.action === action).length} ${words[action]}`;
  return `${count('create')}, ${count('update')}, ${count('delete')}`;
}

function nodeLines({ nodes }: PlanReply, colors: Colors): string[] {
  if (nodes.length === 0) return [];
  const lines = nodes.map(({ node, cluster, services, planned = {} }) => {
    const named = services.slice(0, SERVICES_NAMED_MAX).join(', ');
    const more = services.length - SERVICES_NAMED_MAX;
    const list = more > 0 ? `${named} and ${more} more` : named;
    const what = services.length === 0 ? 'no service, only the director itself' : list;
    const counts = Object.entries(planned).map(([kind, count]) => `${kind} ${count}`);
    const ops = counts.length === 0 ? '' : colors.dim(` (planned: ${counts.join(', ')})`);
    return `  ${node} (${cluster}): ${what}${ops}`;
  });
  return [colors.bold('Directors that change:'), ...lines, ''];
}

function frozenLines(frozen: readonly FreezeView[] = [], colors: Colors): string[] {
  if (frozen.length === 0) return [];
  const lines = frozen.map(({ scope, target = '', who, reason, until }) => {
    const end = until === undefined ? '' : ` until ${until}`;
    return `  ${`${scope} ${target}`.trim()} by ${who}${end}: ${reason}`;
  });
  return [colors.red('Frozen; an apply would be refused now:'), ...lines, ''];
}
