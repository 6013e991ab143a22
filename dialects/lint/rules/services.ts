/** Virtual services: one forwarding method, ports that work, nothing twice, servers at all. */
import { formatEndpoint } from '../../../schemas/address.ts';
import { type Finding, findingAt, replaceSpan } from '../../finding.ts';
import { programsPortZero } from '../../flavour.ts';
import type { LintNode } from '../bundle.ts';
import type { ServiceFact } from '../fact.ts';
import { methodOf, type NodeFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';

export const SERVICES: Rule = {
  codes: [
    'E_FORWARDING_MIXED',
    'E_PORT_REWRITE',
    'E_PORT_ZERO',
    'E_SERVER_PORT',
    'W_SERVER_PORT',
    'E_SERVICE_TWICE',
    'E_SERVER_TWICE',
    'W_SERVICE_EMPTY',
    'W_SCHEDULER',
    'E_SERVER_GROUP_UNKNOWN',
    'W_PROTOCOL_IGNORED',
  ],
  check(facts) {
    return [
      ...declaredTwice(facts.services),
      ...facts.services.flatMap((service) => [
        ...mixed(service),
        ...ports(service, facts.node),
        ...serversTwice(service),
        ...scheduler(service, facts.node),
        ...empty(service, facts.node),
      ]),
      ...keepalivedOnly(facts),
    ];
  },
};

function declaredTwice(services: readonly ServiceFact[]): Finding[] {
  const first = new Map<string, ServiceFact>();
  return services.flatMap((service) => {
    const key = `${service.source} ${service.key}`;
    const other = service.key === '' ? undefined : first.get(key);
    if (other === undefined) {
      first.set(key, service);
      return [];
    }
    const message = `${service.name} is declared before (line ${other.at.line})`;
    return [findingAt(service.at, 'E_SERVICE_TWICE', message)];
  });
}

function mixed(service: ServiceFact): Finding[] {
  const methods = service.servers.map((server) => methodOf(service, server));
  if (!methods.includes('fullnat')) return [];
  return service.servers.flatMap((server, at) => {
    const method = methods[at];
    if (method === 'fullnat' || method === undefined) return [];
    const message = `${server.address} of ${service.name} is ${method}, others are fullnat`;
    const hint = 'give every real server of the service -b';
    return [findingAt(server.at, 'E_FORWARDING_MIXED', message, { hint })];
  });
}

function ports(service: ServiceFact, node: LintNode): Finding[] {
  const findings: Finding[] = [];
  const isStrict = node.flavour === 'stock' || node.flavour === 'alibaba';
  const isCommand = service.source === 'commands';
  if (isCommand && service.port === 0 && !service.isPersistent && isStrict) {
    const message = `${service.name} has port 0 and no persistence`;
    findings.push(findingAt(service.at, 'E_PORT_ZERO', message, { hint: 'add -p' }));
  }
  for (const server of service.servers) {
    const method = methodOf(service, server);
    if (server.port === undefined) {
      if (isCommand) findings.push(...portless(service, server, node));
      continue;
    }
    if (method !== 'dr' && method !== 'tun') continue;
    if (service.port === undefined || service.port === server.port || service.port === 0) continue;
    const message = `${server.address} has port ${server.port}, ${service.name} another: ${method} cannot change it`;
    findings.push(findingAt(server.at, 'E_PORT_REWRITE', message));
  }
  return findings;
}

function portless(
  service: ServiceFact,
  server: ServiceFact['servers'][number],
  node: LintNode,
): Finding[] {
  const isZero = programsPortZero(node.flavour, node.dpvsVersion);
  const { word } = server;
  if (isZero === false || word === undefined || service.port === undefined) return [];
  const right = formatEndpoint(server.address, service.port);
  const fix = word.isDerived ? undefined : replaceSpan(word.span, right, `write ${right}`);
  const hint = `write ${right}`;
  if (isZero) {
    const message = `${word.text} has no port: DPVS ${node.dpvsVersion} makes it port 0`;
    return [findingAt(word.span, 'E_SERVER_PORT', message, { hint, fix })];
  }
  const message = `${word.text} has no port: DPVS up to 1.9.0 takes that of the service, from 1.9.10 on 0`;
  return [findingAt(word.span, 'W_SERVER_PORT', message, { hint, fix })];
}

function serversTwice(service: ServiceFact): Finding[] {
  const seen = new Set<string>();
  return service.servers.flatMap((server) => {
    const key = `${server.address} ${server.port ?? ''}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const name = formatEndpoint(server.address, server.port ?? service.port ?? 0);
    return [findingAt(server.at, 'E_SERVER_TWICE', `${service.name} has ${name} twice`)];
  });
}

/** The daemon of DPVS has these; its client sends any name. */
const DPVS_SCHEDULERS = ['rr', 'wrr', 'wlc', 'conhash', 'mh', 'fo'];

function scheduler(service: ServiceFact, node: LintNode): Finding[] {
  const word = service.scheduler;
  if (node.flavour !== 'dpvs' || word === undefined || DPVS_SCHEDULERS.includes(word.text))
    return [];
  const hint = `it has ${DPVS_SCHEDULERS.join(', ')}`;
  const message = `DPVS has no scheduler ${word.text}`;
  return [findingAt(word.span, 'W_SCHEDULER', message, { hint })];
}

function empty(service: ServiceFact, node: LintNode): Finding[] {
  const drops = node.flavour === 'stock' || node.flavour === 'dpvs';
  if (service.source !== 'keepalived' || !drops || service.servers.length > 0) return [];
  const message = `${service.name} has no real server: keepalived of ${node.flavour} drops it`;
  return [findingAt(service.at, 'W_SERVICE_EMPTY', message)];
}

function keepalivedOnly({ node }: NodeFacts): Finding[] {
  return node.keepalived.flatMap(({ config }) => {
    const groups = new Set(config.serverGroups.map(({ name }) => name));
    return config.virtualServers.flatMap(({ key, statement, protocolWord }) => {
      const findings: Finding[] = [];
      if (key.kind === 'group' && !groups.has(key.name)) {
        const { span } = statement.words[2] ?? statement.keyword;
        const message = `no virtual_server_group is named ${key.name}`;
        findings.push(findingAt(span, 'E_SERVER_GROUP_UNKNOWN', message));
      }
      if (key.kind === 'fwmark' && protocolWord !== undefined) {
        const message = 'a service by firewall mark has no protocol: the word is ignored';
        findings.push(findingAt(protocolWord.span, 'W_PROTOCOL_IGNORED', message));
      }
      return findings;
    });
  });
}
