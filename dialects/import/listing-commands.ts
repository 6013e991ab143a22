/**
 * `ipvsadm -ln` of a running director as the commands that make the same, line for line, so that
 * places stay what they are. A line that says more than a command can stays as it is, and is
 * refused as a command that nobody knows.
 */
import type { LintFile } from '../lint/bundle.ts';

const HEAD = /^\s*(IP Virtual Server version|Prot LocalAddress|-> RemoteAddress)/;
const SERVICE_OPTIONS: Readonly<Record<string, string>> = {
  TCP: '-t',
  UDP: '-u',
  FWM: '-f',
  MATCH: '-H',
};
const METHODS: Readonly<Record<string, string>> = {
  Masq: '-m',
  Route: '-g',
  Tunnel: '-i',
  FullNat: '-b',
  SNAT: '-J',
};
/** Flags behind the scheduler: how many words each takes, and the option that makes it. */
const FLAGS: Readonly<Record<string, readonly [number, string]>> = {
  persistent: [1, '-p'],
  mask: [1, '-M'],
  ops: [0, '-o'],
  synproxy: [0, '-j enable'],
  'conn-timeout': [1, '--conn-timeout'],
  ppv1: [0, '--proxy-protocol v1'],
  ppv2: [0, '--proxy-protocol v2'],
  'expire-quiescent': [0, '--expire-quiescent'],
};

/** Files that are no listing are given back as they are. */
export function listingAsCommands(file: LintFile): LintFile {
  if (file.kind !== 'script' || !/^\s*IP Virtual Server version/m.test(file.text)) return file;
  let service: string | undefined;
  const lines = file.text.split('\n').map((line) => {
    if (HEAD.test(line)) return '';
    const words = line.trim().split(/\s+/);
    if (words[0] === '->') return serverCommand(words.slice(1), service) ?? line;
    const made = serviceCommand(words);
    service = made?.service;
    return made?.command ?? line;
  });
  return { ...file, text: lines.join('\n') };
}

function serviceCommand(
  words: readonly string[],
): { service: string; command: string } | undefined {
  const [kind = '', key = '', ...rest] = words;
  const option = SERVICE_OPTIONS[kind];
  if (option === undefined || key === '') return undefined;
  const isIpv6 = rest[0] === 'IPv6';
  const [scheduler, ...flags] = isIpv6 ? rest.slice(1) : rest;
  const options = flagOptions(flags);
  if (scheduler === undefined || options === undefined) return undefined;
  const service = `${option} ${key}${isIpv6 ? ' -6' : ''}`;
  return { service, command: ['ipvsadm -A', service, '-s', scheduler, ...options].join(' ') };
}

function flagOptions(flags: readonly string[]): string[] | undefined {
  const options: string[] = [];
  for (let at = 0; at < flags.length; at += 1) {
    const [count, option] = FLAGS[flags[at] ?? ''] ?? [];
    if (count === undefined || option === undefined || at + count >= flags.length) return undefined;
    options.push(option, ...flags.slice(at + 1, at + 1 + count));
    at += count;
  }
  return options;
}

/** What counters and states of DPVS stand behind the weight is of the moment. */
function serverCommand(words: readonly string[], service: string | undefined): string | undefined {
  const [address = '', forward = '', weight = ''] = words;
  const method = METHODS[forward];
  if (service === undefined || method === undefined || !/^\d+$/.test(weight)) return undefined;
  return `ipvsadm -a ${service} -r ${address} ${method} -w ${weight}`;
}
