/** A director is drained and taken back under load; then one is killed outright. */
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../../../schemas/errors.ts';
import type { FlowLine, FlowSummary } from '../../traffic/long-lived.ts';
import type { PollSummary } from '../../traffic/poll-summary.ts';
import type { PollerLine } from '../../traffic/poller.ts';
import { isConverged, isHealthy, masters, takeoverBoundMs } from '../fleet-facts.ts';
import type { DemoReport, GapReport, LongLivedReport } from '../report.ts';
import { type Stage, type Traffic, VIP, WEB_URL } from '../stage.ts';

const POLL_EVERY_MS = 20;
/** A lost SYN is sent again after one second and after three (RFC 6298); both must fit. */
const POLL_TIMEOUT_MS = 5_000;
/** Traffic before and after the event, so that a gap at its edge would be seen. */
const QUIET_MS = 1_000;
/** Above the bound: adverts are sent by a busy machine, and polls come every 20 ms. */
const GAP_MARGIN_MS = 700;

export async function drain(stage: Stage): Promise<Pick<DemoReport, 'drain' | 'undrain'>> {
  stage.say('\n5. lb1, which is master, is drained while the client polls');
  const poller = await startPoller(stage);
  const flow = await stage.traffic<FlowLine>('long-lived', ['--host', VIP, '--port', '8081']);
  await delay(QUIET_MS);
  await stage.sluice('node', 'drain', 'lb1', '--reason', 'demo');
  const nodes = await stage.fleet('lb2 is master', (seen) => masters(seen).join() === 'lb2');
  const drained = nodes.find(({ node }) => node === 'lb1')?.adminState;
  await delay(QUIET_MS);
  const summary = await pollSummary(poller);
  const longLived = flowReport(await flowSummary(flow));
  showGap(stage, summary);
  stage.claim('lb1 is drained and lb2 holds the VIP', drained === 'drained');
  stage.claim('no poll failed', summary.failed === 0);
  const fate = longLived.survived ? 'lives on' : `ended: ${longLived.error}`;
  stage.say(`  the long-lived connection ${fate}; longest stall ${longLived.longestStallMs} ms`);
  stage.claim('the long-lived connection survived', longLived.survived);
  return { drain: { ...gap(summary), longLived }, undrain: await undrain(stage) };
}

async function undrain(stage: Stage): Promise<GapReport> {
  stage.say('\n   lb1 is taken back');
  const poller = await startPoller(stage);
  await delay(QUIET_MS);
  await stage.sluice('node', 'undrain', 'lb1', '--reason', 'demo is over');
  await stage.fleet('lb1 is master again', (nodes) => masters(nodes).join() === 'lb1');
  await delay(QUIET_MS);
  const summary = await pollSummary(poller);
  showGap(stage, summary);
  stage.claim('no poll failed', summary.failed === 0);
  return gap(summary);
}

export async function killDirector(stage: Stage): Promise<Pick<DemoReport, 'directorKill'>> {
  stage.say('\n6. lb1, which is master, is killed outright');
  const before = await stage.fleet('both directors ready', (nodes) => {
    const ready = nodes.every(isConverged) && nodes.every(isHealthy);
    return ready && masters(nodes).join() === 'lb1';
  });
  const boundMs = takeoverBoundMs(before, 'lb1');
  const poller = await startPoller(stage);
  await delay(QUIET_MS);
  await stage.lab.killNode('lb1');
  await stage.fleet('lb2 is master', (nodes) => masters(nodes).includes('lb2'));
  await delay(QUIET_MS);
  const summary = await pollSummary(poller);
  showGap(stage, summary);
  stage.say(`  VRRP bound (3 adverts and skew): ${boundMs} ms`);
  stage.claim(
    `the VIP moved, and the gap is within the bound and ${GAP_MARGIN_MS} ms`,
    boundMs > 0 && summary.longestGapMs <= boundMs + GAP_MARGIN_MS,
  );
  return { directorKill: { ...gap(summary), boundMs } };
}

function startPoller(stage: Stage): Promise<Traffic<PollerLine>> {
  return stage.traffic<PollerLine>('poller', [
    ...['--url', WEB_URL, '--every-ms', String(POLL_EVERY_MS)],
    ...['--timeout-ms', String(POLL_TIMEOUT_MS)],
  ]);
}

async function pollSummary(poller: Traffic<PollerLine>): Promise<PollSummary> {
  const lines = await poller.stop();
  const summary = lines.flatMap((line) => ('summary' in line ? [line.summary] : [])).at(-1);
  if (summary === undefined) throw new FleetError('E_LAB', 'the poller gave no summary');
  return summary;
}

async function flowSummary(flow: Traffic<FlowLine>): Promise<FlowSummary> {
  const lines = await flow.stop();
  const summary = lines.flatMap((line) => ('summary' in line ? [line.summary] : [])).at(-1);
  if (summary === undefined) throw new FleetError('E_LAB', 'the long-lived flow gave no summary');
  return summary;
}

function flowReport({ survived, longestStallMs, error }: FlowSummary): LongLivedReport {
  return { survived, longestStallMs, ...(error === undefined ? {} : { error }) };
}

function gap({ polls, failed, longestGapMs }: PollSummary): GapReport {
  return { polls, failed, longestGapMs };
}

function showGap(stage: Stage, { polls, failed, longestGapMs }: PollSummary): void {
  stage.say(`  ${polls} polls, ${failed} failed, longest gap ${longestGapMs} ms`);
}
