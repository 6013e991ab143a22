/** `sluice events`, `conns`, `status` and `health`: what happens and how things stand. */
import { type Command, Option } from 'commander';
import { parseAddress } from '../../schemas/address.ts';
import { FleetError } from '../../schemas/errors.ts';
import { nodeEventBodySchema } from '../../schemas/events.ts';
import { FLOW_PROTOCOLS, isZoneKey } from '../../schemas/names.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import { nearestWord } from '../../schemas/validation/nearest-word.ts';
import { EXIT } from '../exit-codes.ts';
import { followEvents } from '../follow-events.ts';
import { connsText } from '../render/conns.ts';
import { eventText } from '../render/events.ts';
import { fleetText, healthText } from '../render/fleet-status.ts';
import { type CliWorld, countOption, Session } from '../session.ts';

interface EventsOptions {
  readonly follow?: boolean;
  readonly node?: string;
  readonly type?: string;
  readonly limit: number;
}

/** Fills a screen, and some more. */
const EVENTS_SHOWN = 50;

const NODE_EVENT_TYPES: readonly string[] = nodeEventBodySchema.options.map(
  ({ shape }) => shape.type.value,
);

export function registerEvents(program: Command, world: CliWorld): void {
  program
    .command('events')
    .description('what happened on the directors, oldest first')
    .option('--follow', 'go on with what comes; survives restarts of the server')
    .option('--node <name>', 'only of this director')
    .option(
      '--type <type>',
      'only of this type, for example VrrpTransition or HealthChanged',
      eventTypeOption,
    )
    .option('--limit <n>', 'how many of the past', countOption, EVENTS_SHOWN)
    .addHelpText(
      'after',
      `
Examples:
  sluice events
  sluice events --follow --type HealthChanged
  sluice events --node lb1 --limit 5
  sluice events --follow --limit 0 -o json     # one JSON object a line`,
    )
    .action(async (options: EventsOptions, command: Command) => {
      const session = new Session(world, command);
      const { follow = false, ...query } = options;
      const client = session.client();
      const { signal } = session;
      const onNotice = (text: string) => session.note(session.colors.dim(`-- ${text}`));
      const events = follow
        ? followEvents(client, query, { signal, startedAtMs: world.startedAtMs, onNotice })
        : client.events(query, false);
      for await (const event of events) {
        session.printItem(event, (colors) => eventText(event, colors));
      }
      if (signal.aborted) process.exitCode = EXIT.interrupted;
    });
}

/** Throws E_USAGE. */
function eventTypeOption(text: string): string {
  if (NODE_EVENT_TYPES.includes(text)) return text;
  const near = nearestWord(text, NODE_EVENT_TYPES);
  throw new FleetError('E_USAGE', `there is no event type ${text}`, {
    hint: near === undefined ? `types: ${NODE_EVENT_TYPES.join(', ')}` : `did you mean ${near}?`,
  });
}

interface ConnsOptions {
  readonly client?: string;
  readonly vip?: string;
  readonly realServer?: string;
  readonly local?: string;
  readonly zone?: string;
  readonly protocol?: string;
  readonly node?: string;
  readonly limit: number;
}

const CONNS_SHOWN = 100;

export function registerConns(program: Command, world: CliWorld): void {
  program
    .command('conns')
    .description('connections with both sides: client, VIP, local address, real server')
    .option('--client <address>', 'of this client, ADDRESS or ADDRESS:PORT', endpointOption)
    .option('--vip <address>', 'to this VIP, ADDRESS or ADDRESS:PORT', endpointOption)
    .option(
      '--real-server <address>',
      'on this real server, ADDRESS or ADDRESS:PORT',
      endpointOption,
    )
    .option(
      '--local <address>',
      'by this local (or SNAT) address, ADDRESS or ADDRESS:PORT',
      endpointOption,
    )
    .option('--zone <gateway/zone>', 'that this SNAT zone translated', zoneOption)
    .addOption(
      new Option('--protocol <name>', 'only of this protocol').choices([...FLOW_PROTOCOLS]),
    )
    .option('--node <name>', 'as this director sees them; all directors when absent')
    .option('--limit <n>', 'how many of each director', countOption, CONNS_SHOWN)
    .addHelpText(
      'after',
      `
Examples:
  sluice conns --vip 10.99.0.100
  sluice conns --client 203.0.113.7                # where is this client served?
  sluice conns --real-server 10.98.0.21:80 --node lb1
  sluice conns --vip '[fd99::100]:80' -o json
  sluice conns --zone office/default --protocol icmp
  sluice conns --local 198.51.100.7:40112          # who is behind this address and port?

Under icmp, CLIENT and LOCAL show the identifier of the echo in place of a port.`,
    )
    .action(async (options: ConnsOptions, command: Command) => {
      const session = new Session(world, command);
      const reply = await session.client().conns(options);
      session.print(reply, (colors) => connsText(reply, colors));
      const isSilent = reply.nodes.some(({ error }) => error !== undefined);
      if (isSilent) process.exitCode = EXIT.failed;
    });
}

/** `ADDRESS` or `ADDRESS:PORT`, as directors take it. Throws E_USAGE. */
function endpointOption(text: string): string {
  const [, v6, host = v6 ?? text] = /^(?:\[([^\]]+)\]|([^:]+))(?::\d{1,5})?$/.exec(text) ?? [];
  if (parseAddress(host) !== undefined) return text;
  throw new FleetError('E_USAGE', `"${text}" is no address`, {
    hint: 'write 10.0.0.1, 10.0.0.1:80, 2001:db8::1 or [2001:db8::1]:80',
  });
}

/** Throws E_USAGE. */
function zoneOption(text: string): string {
  if (isZoneKey(text)) return text;
  throw new FleetError('E_USAGE', `"${text}" is not a zone of a SNAT gateway`, {
    hint: 'write GATEWAY/ZONE, for example office/default',
  });
}

export function registerStatus(program: Command, world: CliWorld): void {
  program
    .command('status')
    .description(
      'the fleet on one screen: control plane, directors, addresses, rollouts, what is frozen',
    )
    .addHelpText('after', '\nExamples:\n  sluice status\n  watch -n 1 sluice status')
    .action(async (_: unknown, command: Command) => {
      const session = new Session(world, command);
      const client = session.client();
      const [health, nodes, { resources }] = await Promise.all([
        client.health(),
        client.nodes(),
        client.resources('Freeze'),
      ]);
      const freezes = resources.flatMap(({ resource }) =>
        resource.kind === 'Freeze' && isInForce(resource, world.now()) ? [resource] : [],
      );
      // Whoever looks while something is away is not to wait for Temporal's answer.
      const rollouts = health.temporal ? { rollouts: await client.rollouts() } : {};
      const fleet = { health, nodes, ...rollouts, freezes };
      session.print(fleet, (colors) => fleetText(fleet, world.now(), colors));
    });
}

function isInForce({ spec }: ResourceOf<'Freeze'>, nowMs: number): boolean {
  return spec.until === undefined || Date.parse(spec.until) > nowMs;
}

export function registerHealth(program: Command, world: CliWorld): void {
  program
    .command('health')
    .description('whether the control plane is well; ends with 1 when a part is away')
    .addHelpText('after', '\nExamples:\n  sluice health\n  sluice health -o json | jq .store')
    .action(async (_: unknown, command: Command) => {
      const session = new Session(world, command);
      const health = await session.client().health();
      session.print(health, (colors) => healthText(health, colors));
      if (!(health.store && health.bus && health.temporal)) process.exitCode = EXIT.failed;
    });
}
