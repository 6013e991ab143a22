/** Rollouts: one cluster a line, or one in full: waves, directors, verdicts, why it stands still. */
import type { PlannedRollout, RolloutView } from '../../schemas/api.ts';
import type { RolloutNode, RolloutStatus, RolloutWave } from '../../schemas/rollout.ts';
import { durationText, timeText } from '../duration.ts';
import { rolloutEnded } from '../rollout-outcome.ts';
import type { Colors } from '../session.ts';
import { counted } from './counted.ts';
import { table } from './table.ts';

/** Directors of a wave that are well and named; those with a trouble are all named. */
const NODES_NAMED_MAX = 8;
/** A screen; the JSON has what the rollout keeps of them. */
const STEPS_SHOWN = 20;

export function rolloutsText(views: readonly RolloutView[], nowMs: number, colors: Colors): string {
  if (views.length === 0) {
    return 'No cluster has a RolloutPolicy: a change reaches all directors of a cluster at once.';
  }
  const head = ['CLUSTER', 'POLICY', 'NEWEST', 'ROLLOUT', 'WAVE', 'DIRECTORS', 'AGE', 'WAITS FOR'];
  const rows = views.map((view) => {
    const { cluster, policy = '-', newest, rollout } = view;
    return [
      ...[cluster, policy, newest?.generation ?? '-'],
      ...(rollout === undefined ? ['-', '-', '-', '-'] : rolloutCells(rollout, nowMs, colors)),
      blockerOf(view) || '-',
    ];
  });
  return table(head, rows, colors);
}

function rolloutCells(rollout: RolloutStatus, nowMs: number, colors: Colors): string[] {
  const { phase, target, startedAtMs } = rollout;
  const { converged, all } = countsOf(rollout);
  const phaseText = `${paintOf(phase, colors)(phase)} (generation ${target.generation})`;
  return [phaseText, waveText(rollout), `${converged}/${all}`, durationText(nowMs - startedAtMs)];
}

/** One line that says where it is; `nowMs` tells how long it may still take. */
export function rolloutLine(view: RolloutView, nowMs: number): string {
  const { cluster, rollout } = view;
  const blocker = blockerOf(view);
  const waits = blocker === '' ? [] : [`waits for: ${blocker}`];
  if (rollout === undefined) return [`${cluster}: no rollout`, ...waits].join(', ');
  const { converged, all } = countsOf(rollout);
  const deadline = rollout.deadlineAtMs;
  return [
    `${cluster}: generation ${rollout.target.generation} ${rollout.phase}`,
    ...(waveText(rollout) === '-' ? [] : [`wave ${waveText(rollout)}`]),
    ...(all === 0 ? [] : [`${converged} of ${all} directors converged`]),
    ...(deadline === 0 || rolloutEnded(rollout.phase)
      ? []
      : [`decided in ${durationText(deadline - nowMs)} at the latest`]),
    ...waits,
  ].join(', ');
}

/** Everything that is known of the rollouts of a cluster. */
export function rolloutText(view: RolloutView, nowMs: number, colors: Colors): string {
  const { cluster, policy, newest, behind, rollout, unreadable } = view;
  const blocker = blockerOf(view);
  const rows: [string, string][] = [
    ['policy', policy ?? 'none: a change reaches all directors at once'],
    ['newest', newest === undefined ? 'no generation yet' : `generation ${newest.generation}`],
    ['behind', behind.length === 0 ? 'no director' : namesText(behind)],
    ...(rollout === undefined ? [] : rolloutRows(rollout, nowMs, colors)),
    ...(blocker === '' ? [] : [['waits for', colors.yellow(blocker)] as [string, string]]),
  ];
  if (unreadable !== undefined) {
    const { code, message } = unreadable;
    rows.push(['rollout', colors.red(`cannot be read: ${code} ${message}`)]);
  }
  const advice = adviceOf(view);
  return [
    colors.bold(cluster),
    ...rows.map(([name, value]) => `  ${name.padEnd(9)}  ${value}`),
    ...(rollout === undefined ? [] : partsOf(rollout, colors)),
    ...(advice === '' ? [] : ['', advice]),
  ].join('\n');
}

function rolloutRows(rollout: RolloutStatus, nowMs: number, colors: Colors): [string, string][] {
  const { phase, target, previous, origin, startedAtMs, deadlineAtMs, reason, now } = rollout;
  const from = previous === undefined ? '' : `, from ${previous.generation}`;
  const how = now ? ', all at once, without gates' : '';
  const what = `generation ${target.generation}${from}${how}`;
  const { converged, all } = countsOf(rollout);
  const asked = origin.reason === '' ? '' : `: ${origin.reason}`;
  return [
    ['rollout', `${paintOf(phase, colors)(phase)}, ${what}`],
    ...(reason === '' ? [] : [['ended', reason] as [string, string]]),
    ...(all === 0 ? [] : [['directors', `${converged} of ${all} converged`] as [string, string]]),
    ['since', `${timeText(startedAtMs)}, ${durationText(nowMs - startedAtMs)} ago`],
    ['asked by', `${origin.actor} via ${origin.channel}${asked}`],
    ...(deadlineAtMs === 0 || rolloutEnded(phase)
      ? []
      : [
          ['decided', `in ${durationText(deadlineAtMs - nowMs)} at the latest`] as [string, string],
        ]),
  ];
}

function partsOf(rollout: RolloutStatus, colors: Colors): string[] {
  const { phase, waves, stragglers, verdicts, steps } = rollout;
  const isOver = rolloutEnded(phase);
  const parts: [string, string[]][] = [
    [
      'Waves',
      waves.flatMap((wave, at) =>
        waveLines(
          isOver && wave.state === 'running' ? { ...wave, state: 'ended' } : wave,
          at,
          colors,
        ),
      ),
    ],
    ['Stragglers: moved, and do not run it', stragglers.map((node) => colors.yellow(`  ${node}`))],
    [
      'Verdicts',
      verdicts.map(({ atMs, generation, nodes, verdict, why }) => {
        const paint = verdict === 'fail' ? colors.red : colors.green;
        const of = `generation ${generation} on ${namesText(nodes)}`;
        return `  ${timeText(atMs)}  ${paint(verdict)}: ${of}${why === '' ? '' : `: ${why}`}`;
      }),
    ],
    [
      'Last steps',
      steps.slice(-STEPS_SHOWN).map(({ atMs, text }) => `  ${timeText(atMs)}  ${text}`),
    ],
  ];
  return parts.flatMap(([title, lines]) =>
    lines.length === 0 ? [] : ['', colors.bold(title), ...lines],
  );
}

/** A wave that runs while its rollout is over was not judged. */
interface ShownWave extends Omit<RolloutWave, 'state'> {
  readonly state: RolloutWave['state'] | 'ended';
}

function waveLines({ kind, state, nodes }: ShownWave, at: number, colors: Colors): string[] {
  const name = kind === 'wave' ? `${at + 1}` : `${at + 1} (${kind})`;
  const paint = {
    pending: colors.dim,
    running: colors.cyan,
    passed: colors.green,
    failed: colors.red,
    ended: colors.yellow,
  };
  const well = nodes.filter(({ why }) => why === '');
  const groups = [...new Set(well.map((node) => node.state))].map((word) => {
    const names = well.filter((node) => node.state === word).map(({ node }) => node);
    return `${namesText(names)} ${word}`;
  });
  const ill = nodes.filter(({ why }) => why !== '');
  return [
    `  ${name.padEnd(11)} ${paint[state](state.padEnd(7))}  ${groups.join('; ')}`.trimEnd(),
    ...ill.map((node) => colors.red(`    ${nodeText(node)}`)),
  ];
}

const nodeText = ({ node, state, why }: RolloutNode) => `${node} ${state}: ${why}`;

function namesText(names: readonly string[]): string {
  const more = names.length - NODES_NAMED_MAX;
  const named = names.slice(0, NODES_NAMED_MAX).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

/** Why it is not moving, in one sentence; '' when it is. */
function blockerOf({ waiting, rollout }: RolloutView): string {
  if (waiting !== undefined) {
    const { why, untilMs } = waiting;
    // Why it ended stands beside it already.
    if (waiting.for === 'person' && rollout?.reason) return 'a person to start it again';
    return untilMs === undefined ? why : `${why} (until ${timeText(untilMs)})`;
  }
  if (rollout === undefined || rolloutEnded(rollout.phase)) return '';
  return rollout.blockedBy || (rollout.pause?.why ?? '');
}

/** What a person may say to it now. */
function adviceOf({ cluster, waiting, rollout }: RolloutView): string {
  if (waiting?.for === 'person') return `"sluice rollout start ${cluster}" sends it out again.`;
  const { pause } = rollout ?? {};
  if (pause === undefined || rollout?.phase !== 'paused') return '';
  const onward = pause.for === 'inconclusive' ? 'accept' : 'resume';
  return `"sluice rollout ${onward} ${cluster}" goes on, "sluice rollout abort ${cluster}" ends it.`;
}

function countsOf({ waves }: RolloutStatus): { converged: number; all: number } {
  const nodes = waves.flatMap((wave) => wave.nodes);
  const converged = nodes.filter(({ state }) => state === 'converged').length;
  return { converged, all: nodes.length };
}

/** `2/4`: the one that runs, or is next; all of them at the end. */
function waveText({ waves }: RolloutStatus): string {
  if (waves.length === 0) return '-';
  const passed = waves.filter(({ state }) => state === 'passed').length;
  return `${Math.min(passed + 1, waves.length)}/${waves.length}`;
}

function paintOf(phase: RolloutStatus['phase'], colors: Colors): (text: string) => string {
  if (phase === 'done') return colors.green;
  if (phase === 'paused' || phase === 'held') return colors.yellow;
  if (phase === 'reverting' || rolloutEnded(phase)) return colors.red;
  return colors.cyan;
}

/** How a change will go out, for `plan` and `apply`. */
export function plannedRolloutLine({
  cluster,
  policy,
  waves,
  now,
  waitsFor,
}: PlannedRollout): string {
  const [first = 0, ...then] = waves;
  const sizes = `${counted(first, 'director')}${then.map((size) => `, then ${size}`).join('')} a wave`;
  const how = now ? 'all at once, without gates' : sizes;
  const waits = waitsFor === '' ? '' : `; waits for: ${waitsFor}`;
  return `  ${cluster} (policy ${policy}): ${how}${waits}`;
}
