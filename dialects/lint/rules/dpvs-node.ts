/**
 * A DPVS director as a whole: VRRP on KNI interfaces, the order in which things start, routes
 * that nobody but the operator sets, services that stand on one node.
 */
import { familyOf } from '../../../schemas/address.ts';
import { type Finding, findingAt } from '../../finding.ts';
import { programOf } from '../../shell/programs.ts';
import { networkAround, readNetwork } from '../../text/network.ts';
import { PrefixSet } from '../../text/prefix-set.ts';
import type { LintNode } from '../bundle.ts';
import type { NodeFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';

export const DPVS_NODE: Rule = {
  codes: ['E_KNI_INTERFACE', 'W_KNI_ORDER', 'W_START_ORDER', 'W_NO_ROUTE', 'W_SINGLE_NODE'],
  check(facts) {
    if (facts.node.flavour !== 'dpvs') return [];
    return [
      ...kniInterfaces(facts.node),
      ...unitOrder(facts.node),
      ...startOrder(facts.node),
      ...routes(facts),
      ...singleNode(facts),
    ];
  },
};

function kniInterfaces(node: LintNode): Finding[] {
  const kniOf = new Map<string, string>();
  for (const { config } of node.dpvsConf) {
    for (const { name, kniName } of [...config.devices, ...config.bonds]) {
      const kni = kniName?.words[1]?.text;
      if (kni !== undefined) kniOf.set(name, kni);
    }
  }
  return node.keepalived
    .flatMap(({ config }) => config.instances)
    .flatMap((instance) => {
      const { dpdkInterface, interface: device, statement, name } = instance;
      if (dpdkInterface === undefined) {
        const message = `${name} has no dpdk_interface: its addresses go nowhere`;
        return [findingAt((device ?? statement.keyword).span, 'E_KNI_INTERFACE', message)];
      }
      if (device === undefined) return [];
      const expected = kniOf.get(dpdkInterface.text) ?? `${dpdkInterface.text}.kni`;
      const isOther = kniOf.has(dpdkInterface.text)
        ? device.text !== expected
        : device.text.endsWith('.kni') && device.text !== expected;
      if (!isOther) return [];
      const message = `${device.text} is not the KNI interface of ${dpdkInterface.text}`;
      const hint = `it is ${expected}`;
      return [findingAt(device.span, 'E_KNI_INTERFACE', message, { hint })];
    });
}

/** A unit of keepalived that waits for neither dpvs nor the KNI interface. */
function unitOrder(node: LintNode): Finding[] {
  return node.units.flatMap(({ entries }) => {
    const starts = entries.find(
      ({ key, value }) => key === 'ExecStart' && /keepalived/.test(value),
    );
    if (starts === undefined) return [];
    const waits = entries.filter(({ key }) => /^(After|Requires|BindsTo|PartOf)$/.test(key));
    if (waits.some(({ value }) => /dpvs|kni/i.test(value))) return [];
    const after = waits.find(({ key }) => key === 'After') ?? starts;
    const message = 'keepalived starts without waiting for dpvs and its KNI interface';
    const hint = 'add After= and BindsTo= with the unit of dpvs';
    return [findingAt(after.span, 'W_START_ORDER', message, { hint })];
  });
}

/** A script that starts keepalived: the KNI interface has to be up, and routes set, before. */
function startOrder(node: LintNode): Finding[] {
  const findings: Finding[] = [];
  const isUp = new Set<string>();
  let hasRoutes = false;
  const needed = new Set(
    node.keepalived.flatMap(({ config }) =>
      config.instances.flatMap((i) => i.interface?.text ?? []),
    ),
  );
  const settingsOf = new Map<unknown, LintNode['settings'][number][]>();
  for (const setting of node.settings) {
    const known = settingsOf.get(setting.command);
    if (known === undefined) settingsOf.set(setting.command, [setting]);
    else known.push(setting);
  }
  for (const command of node.shell) {
    const settings = settingsOf.get(command) ?? [];
    const words = command.words.map(({ text }) => text);
    const program = programOf(words[0] ?? '');
    for (const setting of settings) {
      if (setting.kind === 'link' && setting.isUp) isUp.add(setting.device);
    }
    if (program === 'dpip' && words.includes('route') && words.includes('add')) hasRoutes = true;
    const starts =
      program === 'keepalived' ||
      settings.some(
        ({ kind, ...rest }) =>
          kind === 'service' &&
          'name' in rest &&
          rest.name === 'keepalived' &&
          /start/.test(rest.action),
      );
    if (!starts) continue;
    const down = [...needed].filter((device) => device.endsWith('.kni') && !isUp.has(device));
    if (down.length > 0) {
      const message = `keepalived starts before ${down.join(', ')} is brought up`;
      findings.push(
        findingAt(command.span, 'W_KNI_ORDER', message, { hint: `ifup ${down[0]} first` }),
      );
    }
    if (!hasRoutes) {
      const message = 'keepalived starts before any route of dpvs is set';
      findings.push(findingAt(command.span, 'W_START_ORDER', message));
    }
  }
  return findings;
}

/** Three classes: the network of the VIPs, that of the servers, the default. */
function routes(facts: NodeFacts): Finding[] {
  let hasAny = false;
  const networks = new PrefixSet();
  const defaults = new Set<string>();
  for (const { body, family } of facts.node.dpip) {
    if (body.object !== 'route' || body.action === 'del') continue;
    const { text } = body.destination;
    const network = readNetwork(text);
    if (text === 'default' || network?.length === 0) defaults.add(family);
    else if (network !== undefined) networks.add(network);
    hasAny = true;
  }
  // Without one route in the files the routes are set elsewhere: nothing can be said.
  if (!hasAny) return [];
  const told = new Set<string>();
  const once = (key: string, finding: Finding) => {
    if (told.has(key)) return [];
    told.add(key);
    return [finding];
  };
  return facts.services.flatMap((service) => [
    ...service.servers.flatMap(({ address, at }) => {
      const family = familyOf(address);
      if (networks.has(address) || defaults.has(family)) return [];
      const network = networkAround(address, family === 'ipv4' ? 24 : 64).address;
      const message = `no route leads to the real server ${address}`;
      return once(network, findingAt(at, 'W_NO_ROUTE', message));
    }),
    ...service.addresses.slice(0, 1).flatMap((address) => {
      const family = familyOf(address);
      if (defaults.has(family)) return [];
      const message = `no default route: ICMP answers to clients of ${service.name} do not leave`;
      return once(`default ${family}`, findingAt(service.at, 'W_NO_ROUTE', message));
    }),
  ]);
}

/** A VIP that is put on a port by hand, and no keepalived that would move it. */
function singleNode({ node, services, addresses }: NodeFacts): Finding[] {
  if (node.keepalived.length > 0) return [];
  const vips = new Set(services.flatMap((service) => service.addresses));
  const first = addresses.find(({ origin, address }) => origin === 'dpip' && vips.has(address));
  if (first === undefined) return [];
  const message = `${first.address} is put on one node by hand`;
  return [findingAt(first.at, 'W_SINGLE_NODE', message, { hint: 'let VRRP carry it' })];
}
