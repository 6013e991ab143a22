/**
 * The demo: a fleet from YAML to packets, on real parts, in a box of its own. Each act says what
 * it does, shows the commands that a person would type, measures, and claims only what it saw.
 */
import type { Lab } from '../lab-api.ts';
import { changeWeight, stopRealServer } from './acts/change.ts';
import { drain, killDirector } from './acts/maintain.ts';
import { declare, serve } from './acts/serve.ts';
import type { DemoReport } from './report.ts';
import { type Claim, createStage } from './stage.ts';

export interface DemoResult {
  readonly report: DemoReport;
  readonly claims: readonly Claim[];
}

/** Plays all acts on a lab that is up. `startedAtMs`: when its start began, performance clock. */
export async function playDemo(
  lab: Lab,
  print: (line: string) => void,
  startedAtMs: number,
): Promise<DemoResult> {
  const stage = createStage(lab, print);
  await declare(stage);
  const served = await serve(stage);
  await changeWeight(stage);
  const stopped = await stopRealServer(stage);
  const drained = await drain(stage);
  const killed = await killDirector(stage);
  const seconds = Math.round((performance.now() - startedAtMs) / 100) / 10;
  const report = { ...served, ...stopped, ...drained, ...killed, seconds };
  return { report, claims: stage.claims };
}
