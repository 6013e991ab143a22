/**
 * Large files of each kind that an import reads, as the tools write them: so many lines, each
 * service with other addresses. The same number of lines gives the same text.
 */

/** Real servers of a service: of the fleets that this is made for. */
const SERVERS = 10;

const address = (prefix: number, at: number) =>
  `${prefix}.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;

/** `block` for each service until there are that many lines; a block is never cut. */
function fill(lines: number, block: (service: number) => readonly string[]): string {
  const text: string[] = [];
  for (let service = 0; text.length < lines; service += 1) text.push(...block(service));
  return `${text.join('\n')}\n`;
}

const each = (line: (server: number) => readonly string[]) =>
  Array.from({ length: SERVERS }, (_, server) => line(server)).flat();

/** What `ipvsadm -S -n` prints. */
export function save(lines: number): string {
  return fill(lines, (service) => {
    const vip = `-t ${address(10, service)}:80`;
    const server = (at: number) => `${address(11, service * SERVERS + at)}:8080`;
    return [`-A ${vip} -s wrr -p 300`, ...each((at) => [`-a ${vip} -r ${server(at)} -m -w 1`])];
  });
}

/** Commands with comments and the addresses of the host, for Alibaba's tools. */
export function script(lines: number): string {
  return fill(lines, (service) => {
    const vip = `-t ${address(10, service)}:80`;
    const server = (at: number) => `${address(11, service * SERVERS + at)}:80`;
    const local = address(12, service);
    return [
      `# service ${service}`,
      `ipvsadm -A ${vip} -s rr`,
      ...each((at) => [`ipvsadm -a ${vip} -r ${server(at)} -b`]),
      `ipvsadm -P ${vip} -z ${local}`,
      `ip addr add ${local}/32 dev eth1`,
    ];
  });
}

export function keepalivedConf(lines: number): string {
  return fill(lines, (service) => [
    `virtual_server ${address(10, service)} 80 {`,
    '    delay_loop 6',
    '    lvs_sched wrr',
    '    lvs_method NAT',
    '    protocol TCP',
    ...each((at) => [
      `    real_server ${address(11, service * SERVERS + at)} 80 {`,
      '        weight 1',
      '        TCP_CHECK {',
      '            connect_timeout 3',
      '        }',
      '    }',
    ]),
    '}',
  ]);
}

/** What `ipvsadm -ln` prints. */
export function serviceList(lines: number): string {
  return fill(lines, (service) => [
    `TCP  ${address(10, service)}:80 wrr persistent 300`,
    ...each((at) => [`  -> ${address(11, service * SERVERS + at)}:8080 Masq 1 12 3`]),
  ]);
}

/** What `ipvsadm -lnc` prints. */
export function connectionList(lines: number): string {
  return fill(lines, (at) => [
    `TCP 14:57 ESTABLISHED ${address(12, at)}:4${at % 1_000} 10.0.0.1:80 11.0.0.${at % 256}:8080`,
  ]);
}
