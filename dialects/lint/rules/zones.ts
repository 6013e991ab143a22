/**
 * SNAT zones of dsnat and lvs-snat: declared before they are filled, filled at all, reachable in
 * their order, with addresses that move with VRRP and a service for each protocol.
 */
import type { Prefix } from '../../../schemas/address.ts';
import { type Finding, type Fix, findingAt, replaceSpan } from '../../finding.ts';
import { hasZones } from '../../flavour.ts';
import { printCommand } from '../../ipvsadm/print-command.ts';
import { formatNetwork, networkAround, networkContains } from '../../text/network.ts';
import type { ZoneFact } from '../fact.ts';
import { methodOf, type NodeFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';

export const ZONES: Rule = {
  codes: [
    'E_LIP_ZONE_UNDECLARED',
    'E_ZONE_NETWORK',
    'E_ZONE_WITHOUT_LIP',
    'W_ZONE_SHADOWED',
    'W_ZONES_WITHOUT_UDP',
    'E_NAT_WITH_DSNAT',
    'W_EVERY_SOURCE',
  ],
  check(facts) {
    return [
      ...undeclared(facts),
      ...unreadable(facts),
      ...facts.zones.flatMap(empty),
      ...shadowed(facts.zones),
      ...withoutUdp(facts),
      ...natOnDsnat(facts),
      ...everySource(facts),
    ];
  },
};

/** `-K --zone .../16` and then `-U --zone .../24`: no client complains, the kernel drops it. */
function undeclared({ node }: NodeFacts): Finding[] {
  const declared: Prefix[] = [];
  const known = new Set<string>();
  const findings: Finding[] = [];
  for (const { name, zone } of node.ipvsadm) {
    if (zone === undefined) continue;
    const key = formatNetwork(zone.network);
    if (name === 'add-zone') {
      declared.push(zone.network);
      known.add(key);
      continue;
    }
    if (known.has(key) || !/laddr|del-zone/.test(name)) continue;
    const near = nearestZone(declared, zone.network);
    const fix =
      near === undefined || zone.word.isDerived
        ? undefined
        : replaceSpan(zone.word.span, formatNetwork(near), `write ${formatNetwork(near)}`);
    const message = `the zone ${zone.word.text} was never made`;
    const hint =
      near === undefined ? `make it first: ipvsadm -K --zone ${key}` : `${formatNetwork(near)} was`;
    findings.push(findingAt(zone.word.span, 'E_LIP_ZONE_UNDECLARED', message, { hint, fix }));
  }
  return findings;
}

/** The only declared zone around or within the network; with several it would be a guess. */
function nearestZone(declared: readonly Prefix[], network: Prefix): Prefix | undefined {
  const fits = declared
    .slice(0, ZONES_COMPARED_MAX)
    .filter((zone) => zone.length > 0)
    .filter((zone) => networkContains(zone, network) || networkContains(network, zone));
  return fits.length === 1 ? fits[0] : undefined;
}

/** A gateway has tens of zones; beyond this many no suggestion is looked for. */
const ZONES_COMPARED_MAX = 256;

function unreadable({ node }: NodeFacts): Finding[] {
  if (!hasZones(node.flavour)) return [];
  return node.keepalived.flatMap(({ config }) =>
    config.zones
      .filter(({ network }) => network === undefined)
      .map(({ networkWords, statement }) => {
        const text = networkWords.map((word) => word.text).join(' ');
        const { span } = networkWords[0] ?? statement.keyword;
        return findingAt(span, 'E_ZONE_NETWORK', `no network with a mask: ${text}`);
      }),
  );
}

function empty({ localAddresses, network, at }: ZoneFact): Finding[] {
  if (localAddresses.length > 0) return [];
  const message = `the zone ${formatNetwork(network)} has no local address`;
  return [findingAt(at, 'E_ZONE_WITHOUT_LIP', message)];
}

/** Zones before it, by network: every length above it is looked up, so it takes linear time. */
function shadowed(zones: readonly ZoneFact[]): Finding[] {
  const before = new Map<string, ZoneFact>();
  return zones.flatMap((zone) => {
    const { address, length } = zone.network;
    let over: ZoneFact | undefined;
    for (let bits = 0; bits <= length && over === undefined; bits++) {
      over = before.get(formatNetwork(networkAround(address, bits)));
    }
    if (!before.has(formatNetwork(zone.network))) before.set(formatNetwork(zone.network), zone);
    if (over === undefined) return [];
    const message = `the zone ${formatNetwork(zone.network)} is never reached: ${formatNetwork(over.network)} comes before it (line ${over.at.line})`;
    const hint = 'put the narrower zone first';
    return [findingAt(zone.at, 'W_ZONE_SHADOWED', message, { hint })];
  });
}

function withoutUdp(facts: NodeFacts): Finding[] {
  if (facts.zones.length === 0) return [];
  const snat = facts.services.filter(({ isSnat }) => isSnat);
  const tcp = snat.find(({ protocol }) => protocol === 'tcp');
  if (tcp === undefined || snat.some(({ protocol }) => protocol === 'udp')) return [];
  const message = 'the zones have a service for TCP and none for UDP';
  const fix = tcp.source === 'commands' ? udpCommand(facts) : udpBlock(facts);
  return [findingAt(tcp.at, 'W_ZONES_WITHOUT_UDP', message, { hint: 'add the UDP service', fix })];
}

function udpCommand({ node }: NodeFacts): Fix | undefined {
  const command = node.ipvsadm.find(
    ({ name, service }) => name === 'add-service' && service?.kind === 'tcp' && service.port === 0,
  );
  const line = node.shell.find(
    ({ span }) =>
      span.file === command?.span.file &&
      span.start <= command.span.start &&
      span.end >= command.span.end,
  );
  // Of a glued line nobody knows where the command ends.
  const isGlued = line?.isGuessed === true || line?.trailing?.span.start === command?.span.end;
  const [first] = command?.words ?? [];
  if (command === undefined || line === undefined || isGlued || first?.isDerived !== false) {
    return undefined;
  }
  const options = command.options.map((option) =>
    option.name === 'tcp-service' ? { ...option, name: 'udp-service' } : option,
  );
  const { file, end } = command.span;
  const program = line.span.start < command.span.start ? 'ipvsadm ' : '';
  const text = `\n${program}${printCommand({ ...command, options })}`;
  return { title: 'add the UDP service', edits: [{ file, start: end, end, text }] };
}

function udpBlock({ node }: NodeFacts): Fix | undefined {
  const server = node.keepalived
    .flatMap(({ config }) => config.virtualServers)
    .find(({ key, protocol }) => key.kind === 'address' && key.port === 0 && protocol === 'TCP');
  const { statement, scheduler, methodWord } = server ?? {};
  const close = statement?.block?.close;
  if (statement === undefined || close === undefined || statement.keyword.isDerived)
    return undefined;
  const [, address, port] = statement.words;
  const text =
    `\n\nvirtual_server ${address?.text ?? ''} ${port?.text ?? '0'} {\n` +
    `    lb_algo ${scheduler?.text ?? 'rr'}\n    lb_kind ${methodWord?.text ?? 'FNAT'}\n` +
    '    protocol UDP\n}';
  const edit = { file: close.file, start: close.end, end: close.end, text };
  return { title: 'add the UDP service', edits: [edit] };
}

function natOnDsnat(facts: NodeFacts): Finding[] {
  if (facts.node.flavour !== 'dsnat' || facts.zones.length === 0) return [];
  return facts.services
    .filter(({ isSnat }) => !isSnat)
    .flatMap((service) => {
      const methods = service.servers.map((server) => methodOf(service, server));
      const method = methods.find((one) => one === 'nat' || one === 'fullnat');
      if (method === undefined) return [];
      const message = `${service.name} (${method}) stands beside dsnat zones: its replies are rewritten`;
      const hint = 'lvs-snat allows both, or put the service on another director';
      return [findingAt(service.at, 'E_NAT_WITH_DSNAT', message, { hint })];
    });
}

/** `-A -t 0.0.0.0:0 -p` with a masqueraded "server": whatever is not the balancer's is SNATed. */
function everySource({ services, zones }: NodeFacts): Finding[] {
  if (zones.length > 0) return [];
  return services
    .filter(({ isSnat, isPersistent, servers }) => isSnat && isPersistent && servers.length > 0)
    .filter((service) => service.servers.every((server) => methodOf(service, server) === 'nat'))
    .map((service) => {
      const to = service.servers.map(({ address }) => address).join(', ');
      const message = `every source is translated to ${to}: the zone is 0.0.0.0/0`;
      return findingAt(service.at, 'W_EVERY_SOURCE', message);
    });
}
