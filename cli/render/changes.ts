/** What changes, as people read it: + comes, - goes, ~ becomes another. */
import type { ApplyReply, ChangeView, FreezeView, PlanReply } from '../../schemas/api.ts';
import type { DiffReply } from '../../schemas/history-api.ts';
import type { FieldChange } from '../../schemas/spec.ts';
import { timeText } from '../duration.ts';
import type { Colors } from '../session.ts';
import { warningLines } from './problems.ts';
import { plannedRolloutLine } from './rollouts.ts';
import { fieldText, isEmptyValue, valueText } from './values.ts';

/** Services named for one director; a change of the cluster touches all of them. */
const SERVICES_NAMED_MAX = 8;
/** Longer names stand out of the column rather than push it away. */
const NAME_WIDTH_MAX = 32;

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
    ...rolloutLines(plan, colors),
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
    ...rolloutLines(reply, colors),
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

/** The resource, then a field a line; of one that comes or goes as a block, in columns. */
export function changeLines({ key, action, fields }: ChangeView, colors: Colors): string[] {
  const told = action === 'update' ? fields : fields.filter((field) => !isEmpty(field));
  const names = told.map(({ path }) => fieldText(path).length);
  const width = action === 'update' ? 0 : Math.max(0, ...names.filter((n) => n <= NAME_WIDTH_MAX));
  return [
    changeHead({ key, action }, colors),
    ...told.map((field) => `    ${fieldLine(field, width, colors)}`),
  ];
}

/** `~ VirtualService/web (change)`. */
export function changeHead({ key, action }: Omit<ChangeView, 'fields'>, colors: Colors): string {
  const head = { create: '+', update: '~', delete: '-' }[action];
  const verb = { create: 'create', update: 'change', delete: 'delete' }[action];
  return paint(head, `${head} ${colors.bold(key)}`, colors) + colors.dim(` (${verb})`);
}

/** `~ realServers[10.98.0.22:80].weight: 2 -> 3`. */
function fieldLine({ path, from, to }: FieldChange, width: number, colors: Colors): string {
  const name = fieldText(path);
  const padded = `${name}: `.padEnd(width + 2);
  if (from !== undefined && to !== undefined) {
    return `${paint('~', `~ ${name}:`, colors)} ${valueText(from)} -> ${valueText(to)}`;
  }
  const sign = from === undefined ? '+' : '-';
  const value = valueText(from ?? to ?? 'null');
  // A list item that is its own address need not be said twice: `+ vips[10.0.0.1]`.
  const text = name.endsWith(`[${value}]`) ? name : padded + value;
  return paint(sign, `${sign} ${text}`, colors);
}

const isEmpty = ({ from, to }: FieldChange) => isEmptyValue(from ?? to);

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
    const counts = Object.entries(planned).map(([kind, count]) => opsText(kind, count));
    const ops = counts.length === 0 ? '' : colors.dim(` (to do: ${counts.join(', ')})`);
    return `  ${node} (${cluster}): ${what}${ops}`;
  });
  return [colors.bold('Directors that change:'), ...lines, ''];
}

/** `setWeight`, 2 -> `set weight x2`. */
function opsText(kind: string, count: number): string {
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return count === 1 ? words : `${words} x${count}`;
}

function rolloutLines({ rollouts = [] }: PlanReply, colors: Colors): string[] {
  if (rollouts.length === 0) return [];
  return [colors.bold('Goes out in waves:'), ...rollouts.map(plannedRolloutLine), ''];
}

function frozenLines(frozen: readonly FreezeView[] = [], colors: Colors): string[] {
  if (frozen.length === 0) return [];
  const lines = frozen.map(({ scope, target = '', who, reason, until }) => {
    const end = until === undefined ? '' : ` until ${timeText(Date.parse(until))}`;
    return `  ${`${scope} ${target}`.trim()} by ${who}${end}: ${reason}`;
  });
  return [colors.red('Frozen; an apply would be refused now:'), ...lines, ''];
}
