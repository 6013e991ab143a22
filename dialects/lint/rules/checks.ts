/**
 * What checks and routes do not see: TCP checks of web servers, servers that call their own VIP,
 * servers behind a NAT director without a way out.
 */
import { familyOf, type Prefix, parseAddress } from '../../../schemas/address.ts';
import { type Finding, type Fix, findingAt } from '../../finding.ts';
import { keywordsOf } from '../../keepalived/flavour-keywords.ts';
import type { Statement } from '../../keepalived/tree.ts';
import { firstArgument, statementOf } from '../../keepalived/views/values.ts';
import type { RealServer, VirtualServer } from '../../keepalived/views/virtual-server.ts';
import { holdsAddress, networkAround } from '../../text/network.ts';
import type { LintBundle, LintNode } from '../bundle.ts';
import { methodOf, type NodeFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';

/** Ports on which web servers listen by custom. */
const HTTP_PORTS = new Set([80, 8000, 8008, 8080, 8081, 8888]);

export const CHECKS: Rule = {
  codes: ['W_TCP_CHECK_HTTP', 'W_HAIRPIN', 'W_NAT_EGRESS'],
  check(facts, bundle) {
    const servers = facts.node.keepalived.flatMap(({ config }) => config.virtualServers);
    return [
      ...servers.flatMap((server) =>
        server.realServers.flatMap((real) => tcpOnHttp(server, real, facts.node)),
      ),
      ...hairpins(facts, bundle),
      ...withoutEgress(facts),
    ];
  },
};

function tcpOnHttp(server: VirtualServer, real: RealServer, node: LintNode): Finding[] {
  if (server.protocol !== 'TCP') return [];
  const check = real.checks.find(({ keyword }) => keyword.text === 'TCP_CHECK');
  const port = Number((check && firstArgument(check, 'connect_port')?.text) ?? real.port);
  if (check === undefined || real.checks.length > 1 || !HTTP_PORTS.has(port)) return [];
  const message = `port ${port} is checked by TCP only: a server that answers 502 counts as alive`;
  const fix = httpCheck(check, port, node);
  const hint = 'ask for a page: HTTP_GET';
  return [findingAt(check.keyword.span, 'W_TCP_CHECK_HTTP', message, { hint, fix })];
}

/** The same check by HTTP: what it sets is kept, the page is `/` and has to answer 200. */
function httpCheck(check: Statement, port: number, node: LintNode): Fix | undefined {
  const { block, keyword } = check;
  if (block?.close === undefined || keyword.isDerived) return undefined;
  const table = keywordsOf(node.flavour).wordsOf('HTTP_GET');
  const indent = ' '.repeat(Math.max(0, keyword.span.column - 1));
  const lines = ['url {', '    path /', '    status_code 200', '}', `connect_port ${port}`];
  for (const word of ['connect_ip', 'bindto', 'connect_timeout', 'delay_before_retry']) {
    const value = firstArgument(check, word)?.text;
    if (value !== undefined && table?.has(word)) lines.push(`${word} ${value}`);
  }
  const retry = statementOf(check, 'retry', 'nb_get_retry', 'nb_sock_retry')?.words[1]?.text;
  if (retry !== undefined) lines.push(`${table?.has('retry') ? 'retry' : 'nb_get_retry'} ${retry}`);
  const body = lines.map((line) => `${indent}    ${line}`).join('\n');
  const text = `HTTP_GET {\n${body}\n${indent}}`;
  const { file, start } = keyword.span;
  return {
    title: 'check by HTTP: GET / has to answer 200',
    edits: [{ file, start, end: block.close.end, text }],
  };
}

/** Servers known to own an address in the network of a VIP of theirs (a /24 where none is told). */
function hairpins(facts: NodeFacts, { options }: LintBundle): Finding[] {
  const others = new Map(
    Object.entries(options.serverAddresses ?? {}).map(([server, texts]) => [
      server,
      texts.flatMap((text) => parseAddress(text.split('/')[0] ?? '') ?? []),
    ]),
  );
  return facts.services.flatMap((service) => {
    // Direct routing puts servers into the VIP's network on purpose; FULLNAT comes from the LIP.
    const behindNat = service.servers.filter((server) => methodOf(service, server) === 'nat');
    if (behindNat.length === 0) return [];
    const networks = service.addresses.map((vip) => ({ vip, network: networkOf(vip, facts) }));
    return behindNat.flatMap((server) => {
      const own = [server.address, ...(others.get(server.address) ?? [])];
      for (const { vip, network } of networks) {
        const inside = own.find((address) => holdsAddress(network, address));
        if (inside === undefined) continue;
        const message = `${server.address} owns ${inside} in the network of ${vip}: its own calls of the VIP time out`;
        const hint = 'route its replies to the VIP network by a table of their own, or use FULLNAT';
        return [findingAt(server.at, 'W_HAIRPIN', message, { hint })];
      }
      return [];
    });
  });
}

/** The network that a VIP stands in: as it is carried, else the /24 or /64 around it. */
function networkOf(vip: string, { carried }: NodeFacts): Prefix {
  const [full, guess] = familyOf(vip) === 'ipv6' ? [128, 64] : [32, 24];
  const given = carried.get(vip)?.prefixLength;
  return networkAround(vip, given === undefined || given === full ? guess : given);
}

function withoutEgress({ services, zones, node }: NodeFacts): Finding[] {
  const hasWayOut =
    zones.length > 0 ||
    services.some(({ isSnat }) => isSnat) ||
    node.settings.some(({ kind }) => kind === 'translation' || kind === 'rule') ||
    node.routeFiles.some(({ file }) => /(^|\/)rule-/.test(file));
  if (hasWayOut) return [];
  const service = services.find((one) =>
    one.servers.some((server) => methodOf(one, server) === 'nat'),
  );
  if (service === undefined) return [];
  const message = `the servers of ${service.name} use this director as their gateway, which translates nothing else`;
  const hint = 'add a SNAT zone, or a routing table for the replies on the servers';
  return [findingAt(service.at, 'W_NAT_EGRESS', message, { hint })];
}
