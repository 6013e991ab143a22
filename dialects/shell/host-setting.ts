/**
 * What a recognised command does to the host: addresses, routes, rules, links, kernel settings,
 * offloads, translation by iptables, services. A mapper to resources reads these; commands of
 * other programs are told apart into those that change nothing Sluice models and unknown ones.
 */
import { parseAddress, parsePrefix } from '../../schemas/address.ts';
import { readMask, readNetwork } from '../text/network.ts';
import { optional } from '../text/optional.ts';
import type { Span, Word } from '../text/span.ts';
import type { ShellCommand } from './script.ts';

export type HostSetting = { readonly command: ShellCommand; readonly at: Span } & (
  | {
      readonly kind: 'sysctl';
      readonly key: string;
      readonly value: string;
      readonly keyWord: Word;
    }
  | {
      readonly kind: 'address';
      readonly address: string;
      readonly prefixLength?: number;
      readonly device: string;
      readonly isRemoved: boolean;
    }
  | {
      readonly kind: 'route';
      readonly destination: string;
      readonly via?: string;
      readonly device?: Word;
      readonly table?: string;
      readonly isRemoved: boolean;
    }
  | { readonly kind: 'rule'; readonly from?: string; readonly table?: string }
  | { readonly kind: 'link'; readonly device: string; readonly isUp: boolean }
  | {
      readonly kind: 'offload';
      readonly device: string;
      readonly feature: string;
      readonly isOn: boolean;
    }
  | { readonly kind: 'translation'; readonly source?: string; readonly to: readonly string[] }
  | { readonly kind: 'service'; readonly name: string; readonly action: string }
);

type Body = HostSetting extends infer S
  ? S extends unknown
    ? Omit<S, 'command' | 'at'>
    : never
  : never;

/** The settings that the command makes; [] when it makes none or is not understood. */
export function hostSettingsOf(command: ShellCommand): HostSetting[] {
  const [program, ...rest] = command.words;
  const path = program?.text ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (read === undefined) return [];
  return read(rest, command).map((body) => ({ ...body, command, at: command.span }) as HostSetting);
}

type Reader = (words: readonly Word[], command: ShellCommand) => Body[];

const READERS: Readonly<Record<string, Reader>> = {
  echo: readEcho,
  sysctl: readSysctl,
  ip: readIp,
  ifconfig: readIfconfig,
  route: readRoute,
  ifup: ([device]) => (device ? [{ kind: 'link', device: device.text, isUp: true }] : []),
  ifdown: ([device]) => (device ? [{ kind: 'link', device: device.text, isUp: false }] : []),
  ethtool: readEthtool,
  iptables: readIptables,
  service: ([name, action]) => (name && action ? [service(name.text, action.text)] : []),
  systemctl: readSystemctl,
  chkconfig: readChkconfig,
};

const service = (name: string, action: string): Body => ({
  kind: 'service',
  name: name.replace(/\.service$/, ''),
  action,
});

/** `echo 1 > /proc/sys/net/ipv4/ip_forward`. */
function readEcho(words: readonly Word[], command: ShellCommand): Body[] {
  const target = command.redirects.find(({ operator }) => operator === '>')?.target;
  if (target === undefined || !target.text.startsWith('/proc/sys/')) return [];
  const key = target.text.slice('/proc/sys/'.length).replaceAll('/', '.');
  return [{ kind: 'sysctl', key, value: words.map(({ text }) => text).join(' '), keyWord: target }];
}

function readSysctl(words: readonly Word[]): Body[] {
  return words.flatMap((word): Body[] => {
    const [, key, value] = /^([^=\s]+)\s*=\s*(.*)$/.exec(word.text) ?? [];
    if (word.text.startsWith('-') || key === undefined || value === undefined) return [];
    return [{ kind: 'sysctl', key: key.replaceAll('/', '.'), value, keyWord: word }];
  });
}

function readIp(all: readonly Word[]): Body[] {
  const words = all.filter(({ text }) => !/^-[46]$/.test(text));
  const [object = '', action = ''] = words.map(({ text }) => text);
  const rest = words.slice(2);
  const after = (key: string) => rest[rest.findIndex(({ text }) => text === key) + 1];
  const has = (key: string) => rest.some(({ text }) => text === key);
  if (/^a(ddr(ess)?)?$/.test(object) && /^(add|replace|del(ete)?)$/.test(action)) {
    const word = rest.find(({ text }) => parseAddress(text.replace(/\/\d+$/, '')) !== undefined);
    const device = has('dev') ? after('dev') : undefined;
    if (word === undefined || device === undefined) return [];
    return [addressOf(word.text, device.text, action.startsWith('del'))];
  }
  if (/^r(oute)?$/.test(object) && /^(add|replace|append|del(ete)?)$/.test(action)) {
    const destination = rest.find(({ text }) => text !== 'to' && text !== 'unicast')?.text ?? '';
    return [
      {
        kind: 'route',
        destination: destination === 'default' ? '0.0.0.0/0' : destination,
        isRemoved: action.startsWith('del'),
        ...optional('via', has('via') ? after('via')?.text : undefined),
        ...optional('device', has('dev') ? after('dev') : undefined),
        ...optional('table', has('table') ? after('table')?.text : undefined),
      },
    ];
  }
  if (/^ru(le)?$/.test(object) && action === 'add') {
    const table = has('table') ? after('table') : has('lookup') ? after('lookup') : undefined;
    const from = has('from') ? after('from')?.text : undefined;
    return [{ kind: 'rule', ...optional('from', from), ...optional('table', table?.text) }];
  }
  if (/^l(ink)?$/.test(object) && action === 'set' && (has('up') || has('down'))) {
    const device = (has('dev') ? after('dev') : rest[0])?.text ?? '';
    return [{ kind: 'link', device, isUp: has('up') }];
  }
  return [];
}

function addressOf(text: string, device: string, isRemoved: boolean): Body {
  const prefix = parsePrefix(text);
  const address = prefix?.address ?? parseAddress(text) ?? text;
  return {
    kind: 'address',
    address,
    device,
    isRemoved,
    ...optional('prefixLength', prefix?.length),
  };
}

/** `ifconfig eth1:1 192.168.168.238 netmask 255.255.255.0 up`. */
function readIfconfig([device, ...words]: readonly Word[]): Body[] {
  if (device === undefined) return [];
  const address = parseAddress(words[0]?.text ?? '');
  const bodies: Body[] = [];
  const maskAt = words.findIndex(({ text }) => text === 'netmask');
  if (address !== undefined) {
    const length = maskAt < 0 ? undefined : readMask(words[maskAt + 1]?.text ?? '', 'ipv4');
    bodies.push({
      kind: 'address',
      address,
      device: device.text,
      isRemoved: false,
      ...optional('prefixLength', length),
    });
  }
  const state = words.find(({ text }) => text === 'up' || text === 'down')?.text;
  if (state !== undefined) {
    bodies.push({ kind: 'link', device: device.text, isUp: state === 'up' });
  }
  return bodies;
}

/** `route add -net 1.2.0.0 netmask 255.255.0.0 gw 1.1.100.1`. */
function readRoute(words: readonly Word[]): Body[] {
  const texts = words.map(({ text }) => text);
  const [action = ''] = texts;
  if (action !== 'add' && action !== 'del') return [];
  const after = (...keys: string[]) => {
    const at = texts.findIndex((text) => keys.includes(text));
    return at < 0 ? undefined : words[at + 1];
  };
  const target = after('-net', '-host')?.text ?? texts[1] ?? '';
  const network =
    target === 'default' ? readNetwork('0.0.0.0/0') : readNetwork(target, after('netmask')?.text);
  if (network === undefined) return [];
  return [
    {
      kind: 'route',
      destination: `${network.address}/${network.length}`,
      isRemoved: action === 'del',
      ...optional('via', after('gw')?.text),
      ...optional('device', after('dev')),
    },
  ];
}

/** `ethtool -K eth0 gro off lro off`. */
function readEthtool([option, device, ...words]: readonly Word[]): Body[] {
  if (!/^(-K|--offload|--features)$/.test(option?.text ?? '') || device === undefined) return [];
  const bodies: Body[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [feature, state] = [words[at]?.text ?? '', words[at + 1]?.text ?? ''];
    bodies.push({ kind: 'offload', device: device.text, feature, isOn: state === 'on' });
  }
  return bodies;
}

/** `iptables -t nat -A POSTROUTING -s 192.168.0.0/24 -j SNAT --to-source A`. */
function readIptables(words: readonly Word[]): Body[] {
  const texts = words.map(({ text }) => text);
  const after = (...keys: string[]) => {
    const at = texts.findIndex((text) => keys.includes(text));
    return at < 0 ? undefined : texts[at + 1];
  };
  const adds = texts.includes('-A') || texts.includes('-I') || texts.includes('--append');
  const jump = after('-j', '--jump');
  if (!adds || (jump !== 'SNAT' && jump !== 'MASQUERADE')) return [];
  const to = after('--to-source', '--to')?.split('-') ?? [];
  return [{ kind: 'translation', to, ...optional('source', after('-s', '--source')) }];
}

function readSystemctl(words: readonly Word[]): Body[] {
  const [action, ...names] = words.map(({ text }) => text).filter((text) => !text.startsWith('-'));
  // `systemctl daemon-reload` is about no unit.
  if (names.length === 0 && action !== undefined) return [service('', action)];
  return names.map((name) => service(name, action ?? ''));
}

/** `chkconfig --level 2345 irqbalance off`. */
function readChkconfig(words: readonly Word[]): Body[] {
  const texts = words.map(({ text }) => text);
  const [name, state] = texts[0] === '--level' ? texts.slice(2) : texts;
  if (name === undefined || (state !== 'on' && state !== 'off')) return [];
  return [service(name, state === 'on' ? 'enable' : 'disable')];
}
