/**
 * NATS subjects: version, then cell, then kind, so that permissions and exports cut cleanly; the
 * type comes last, so that a consumer can filter `ev.*.*.VrrpTransition`. Every name is one token.
 */
import type { CommandVerb } from './commands.ts';
import type { NodeEventType } from './events.ts';

export function busSubjects(cell: string) {
  const root = `sluice.v1.${cell}`;
  return {
    event: (cluster: string, node: string, type: NodeEventType) =>
      `${root}.ev.${cluster}.${node}.${type}`,
    events: `${root}.ev.>`,
    status: (cluster: string, node: string) => `${root}.tel.${cluster}.${node}.status`,
    statuses: `${root}.tel.*.*.status`,
    command: (node: string, verb: CommandVerb) => `${root}.cmd.${node}.${verb}`,
    commands: (node: string) => `${root}.cmd.${node}.*`,
    /** The JetStream stream that keeps the events of the cell. */
    eventStream: `EV_${cell}`,
  };
}
export type BusSubjects = ReturnType<typeof busSubjects>;
