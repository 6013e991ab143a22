/**
 * Saves one plan after the other until it is killed, and says each that is on disk. Generation N
 * has N services, so that a mixture would show. Run as `last-good-writer.ts DIR FIRST`.
 */
import { openLastGood } from '../../node-agent/plan/last-good.ts';
import { assignment, nodeRef, serviceObject } from './plans.ts';

const [dir = '', first = '1'] = process.argv.slice(2);
const lastGood = openLastGood(dir, (error) => {
  throw error;
});
for (let generation = Number(first); ; generation += 1) {
  const services = Array.from({ length: generation }, (_, index) => serviceObject(`s${index}`));
  lastGood.save({ ...assignment(services), ref: nodeRef({ generation }) });
  await lastGood.flush();
  process.stdout.write(`${generation}\n`);
}
