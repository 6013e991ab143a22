/** Set-up scripts: kernel settings that exist, offloads on a gateway, here-documents, boot files. */
import { nearestWord } from '../../../schemas/validation/nearest-word.ts';
import { type Finding, findingAt, replaceSpan } from '../../finding.ts';
import type { HostSetting } from '../../shell/host-setting.ts';
import { programOf } from '../../shell/programs.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { PrefixSet } from '../../text/prefix-set.ts';
import type { LintNode } from '../bundle.ts';
import type { NodeFacts } from '../facts.ts';
import { HOST_SYSCTLS, IPVS_SYSCTLS } from '../known-sysctls.ts';
import type { Rule } from '../rule.ts';

export const HOST: Rule = {
  codes: [
    'E_SYSCTL_UNKNOWN',
    'W_OFFLOAD_ON',
    'E_HERE_DOCUMENT_ECHO',
    'W_RC_LOCAL_ROUTE',
    'E_ROUTE_DEVICE',
    'W_IPTABLES_SNAT',
    'W_SAVE_LOSSY',
    'W_NOT_ENABLED',
  ],
  check(facts) {
    const { node } = facts;
    return [
      ...node.settings.flatMap((setting) => [...sysctl(setting), ...iptables(setting, node)]),
      ...offloads(facts),
      ...node.shell.flatMap((command) => [...echoed(command), ...lossySave(command, node)]),
      ...bootRoutes(node),
      ...routeDevices(node),
      ...notEnabled(node),
    ];
  },
};

function sysctl(setting: HostSetting): Finding[] {
  if (setting.kind !== 'sysctl') return [];
  const { key, keyWord } = setting;
  const isIpvs = /^net\.ipv4\.vs\./.test(key);
  const known = isIpvs ? IPVS_SYSCTLS : HOST_SYSCTLS;
  if (known.includes(key) || (!isIpvs && /\.(conf|neigh|route)\./.test(key))) return [];
  const name = (text: string) => text.slice(text.lastIndexOf('.') + 1);
  const sameFolder = known.filter(
    (other) => other.slice(0, -name(other).length) === key.slice(0, -name(key).length),
  );
  const nearest = nearestWord(name(key), sameFolder.map(name));
  // Outside of IPVS the list is not complete: only what is close to a known name is a slip.
  if (nearest === undefined && !isIpvs) return [];
  const message = `the kernel has no setting ${key}`;
  if (nearest === undefined) return [findingAt(keyWord.span, 'E_SYSCTL_UNKNOWN', message)];
  const right = keyWord.text.replace(name(key), nearest);
  const fix =
    keyWord.isDerived || keyWord.isQuoted
      ? undefined
      : replaceSpan(keyWord.span, right, `write ${nearest}`);
  const hint = `did you mean ${nearest}?`;
  return [findingAt(keyWord.span, 'E_SYSCTL_UNKNOWN', message, { hint, fix })];
}

function iptables(setting: HostSetting, node: LintNode): Finding[] {
  if (setting.kind !== 'translation') return [];
  const balances = node.ipvsadm.length > 0 || node.keepalived.length > 0;
  const what = setting.source ?? 'every source';
  const message = `iptables translates ${what} to ${setting.to.join('-') || 'its own address'}`;
  const hint = `make it a SNAT zone${balances ? '; on a NIC with one queue the rule costs much' : ''}`;
  return [findingAt(setting.at, 'W_IPTABLES_SNAT', message, { hint })];
}

/** On a gateway with zones: GRO and LRO of the NIC that the inside sends to. */
function offloads({ node, zones, addresses, services }: NodeFacts): Finding[] {
  const isGateway = zones.length > 0 || services.some(({ isSnat }) => isSnat);
  const given = node.settings.flatMap((s) => (s.kind === 'offload' ? [s] : []));
  const prepares = node.settings.find(
    (s) => s.kind === 'offload' || (s.kind === 'sysctl' && s.key === 'net.ipv4.ip_forward'),
  );
  // Without a script that prepares the host nothing can be said about its offloads.
  if (!isGateway || prepares === undefined) return [];
  const networks = new PrefixSet();
  for (const { network } of zones) if (network.length > 0) networks.add(network);
  const inside = addresses.filter(({ address }) => networks.has(address));
  const devices = new Set(
    inside.flatMap(({ instance, device }) => device ?? interfaceOf(node, instance) ?? []),
  );
  for (const { device } of devices.size === 0 ? given : []) devices.add(device);
  const findings: Finding[] = [];
  for (const device of devices) {
    const off = new Set(
      given
        .filter((s) => s.device === device && !s.isOn && s.command.isLost !== true)
        .map((s) => s.feature),
    );
    const on = ['gro', 'lro'].filter(
      (feature) => !off.has(feature) && !off.has(LONG_NAMES[feature] ?? ''),
    );
    if (on.length === 0) continue;
    const message = `${on.join(' and ')} of the gateway NIC ${device} ${on.length > 1 ? 'are' : 'is'} not turned off`;
    const hint = `ethtool -K ${device} ${on.map((feature) => `${feature} off`).join(' ')}`;
    findings.push(findingAt(prepares.at, 'W_OFFLOAD_ON', message, { hint }));
  }
  return findings;
}

const LONG_NAMES: Readonly<Record<string, string>> = {
  gro: 'generic-receive-offload',
  lro: 'large-receive-offload',
};

function interfaceOf(node: LintNode, instance: string | undefined): string | undefined {
  return node.keepalived
    .flatMap(({ config }) => config.instances)
    .find(({ name }) => name === instance)?.interface?.text;
}

/** `echo >> /etc/rc.local << 'EOF'`. */
function echoed({ words, hereDocument }: ShellCommand): Finding[] {
  const [program] = words;
  if (hereDocument === undefined || program?.text !== 'echo') return [];
  const message = 'echo does not read the here-document: nothing of it gets into the file';
  const fix = program.isDerived ? undefined : replaceSpan(program.span, 'cat', 'write cat');
  return [findingAt(program.span, 'E_HERE_DOCUMENT_ECHO', message, { hint: 'write cat', fix })];
}

function lossySave({ words, span }: ShellCommand, node: LintNode): Finding[] {
  const isSave =
    programOf(words[0]?.text ?? '') === 'ipvsadm' &&
    words.some(({ text }) => text === '--save' || /^-n?S/.test(text));
  if (!isSave || node.flavour !== 'dpvs') return [];
  const message = 'the save has no local addresses, access lists and flags: it is no backup';
  return [findingAt(span, 'W_SAVE_LOSSY', message)];
}

function bootRoutes({ settings }: LintNode): Finding[] {
  return settings.flatMap(({ kind, command, at }) => {
    if ((kind !== 'route' && kind !== 'rule') || command.persistedTo === undefined) return [];
    const message = `${kind} in ${command.persistedTo}: it is lost when the interface goes down`;
    const hint = `put it into ${kind}-<interface> of the network scripts`;
    return [findingAt(at, 'W_RC_LOCAL_ROUTE', message, { hint })];
  });
}

/** `ip route add ... dev eth3 table T` against the file route-eth1 for the same table. */
function routeDevices(node: LintNode): Finding[] {
  const findings: Finding[] = [];
  for (const { file, lines } of node.routeFiles) {
    const device = /(?:^|\/)route6?-([^/]+)$/.exec(file)?.[1];
    if (device === undefined) continue;
    const tables = new Set(lines.flatMap(({ words }) => wordAfter(words, 'table') ?? []));
    for (const setting of node.settings) {
      if (setting.kind !== 'route' || setting.device === undefined) continue;
      if (!tables.has(setting.table ?? '') || setting.device.text === device) continue;
      const message = `the route goes out on ${setting.device.text} here and on ${device} after a boot (${file})`;
      const { span } = setting.device;
      findings.push(findingAt(span, 'E_ROUTE_DEVICE', message));
    }
  }
  return findings;
}

function wordAfter(words: ShellCommand['words'], key: string): string | undefined {
  const at = words.findIndex(({ text }) => text === key);
  return at < 0 ? undefined : words[at + 1]?.text;
}

/** A unit of keepalived in the import, and commands that start other services only. */
function notEnabled(node: LintNode): Finding[] {
  const services = node.settings.flatMap((s) => (s.kind === 'service' ? [s] : []));
  const reload = services.find(({ action }) => action === 'daemon-reload') ?? services[0];
  const unit = node.units.find(({ entries }) =>
    entries.some(({ key, value }) => key === 'ExecStart' && /keepalived/.test(value)),
  );
  if (unit === undefined || reload === undefined) return [];
  const actions = services.filter(({ name }) => name === 'keepalived').map(({ action }) => action);
  const missing = ['enable', 'start'].filter(
    (wanted) =>
      !actions.some((action) => action === wanted || (wanted === 'start' && action === 'restart')),
  );
  if (missing.length === 0) return [];
  const message = `nothing here ${missing.join('s or ')}s keepalived`;
  const hint = missing.map((action) => `systemctl ${action} keepalived`).join('; ');
  return [findingAt(reload.at, 'W_NOT_ENABLED', message, { hint })];
}
