/**
 * Writes docs/import-mapping.md out of the tables that the importer itself goes by; a test writes
 * it again and compares. `node dialects/import/mapping-page.ts` writes it.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { COMMAND_ROWS, type CommandRow, OPTION_ROWS } from './command-words.ts';
import { NOTICE_CODES } from './director.ts';
import { HOST_REASONS } from './read-host.ts';
import { REFUSED_OPTIONS } from './refused-options.ts';
import type { WordRow } from './word-row.ts';
import { DPVS_CONF_ROWS, KEEPALIVED_ROWS } from './words.ts';

const HEAD = `# What an import makes of foreign files

Written by \`node dialects/import/mapping-page.ts\` from the tables that \`sluice import\` goes by; a
test holds the two equal.

Every statement of the input ends as one of three: **mapped** to a field, **ignored** because
leaving it out changes nothing that Sluice is there for, **refused** because it would change
something. \`sluice import --report\` lists all of them, with totals; refused statements make it end
with 1. What a dataplane cannot do is refused too, in the words of \`E_CAPABILITY\`
([resources.md](resources.md#what-drivers-can-do)). A word in none of these tables is refused.

## What is not said word by word

- Tools decide the dataplane of the Cluster: stock keepalived and ipvsadm \`ipvs\`, those of DPVS
  \`dpvs\`, all forks of 1.2.2 \`lvs-fork\`; \`--dataplane nft\` targets another. No director is
  programmed while there is no driver for its dataplane (\`W_DRIVER_NOT_BUILT\`).
- A VirtualService is VIPs x ports of one family. A \`virtual_server_group\` that is no such product
  becomes several. What nobody says has the default of the foreign tool, not Sluice's: \`wlc\`,
  checks every 60 s, up again after one success.
- A service has one check, one forwarding method and one \`onFailure\`. What its first real server says
  is taken, what differs at others is refused.
- \`retry N\` is \`fall: N + 1\`; \`quorum Q\` with \`hysteresis H\` is \`up: Q + H, down: Q - H\`;
  \`status_code 200-299\` is the codes that there are in it.
- Addresses that VRRP carries are listed in the VrrpInstance only where they are more than a VIP, LIP
  or SNAT address of their own link, for those are derived.
- LIPs travel with mastership ([ADR 5](adr/0005-lips-travel-with-mastership.md)) and every director
  has its own: what two directors list is shared out between them.
- SNAT zones keep the order of the file. Match services and rules become zones where networks say
  what they match; a range of addresses becomes the fewest networks that hold it.
- FULLNAT of DPVS and of Alibaba's fork tells real servers the client by TOA whenever they look;
  \`clientAddress\` stays \`none\`, so say \`toa\` where you rely on it.
- A listing (\`ipvsadm -ln\`) is read as the commands that make it. It does not show local addresses, so
  FULLNAT services need the commands or the file that has them.
- Comments go to the field that their statement became, or to the resource around it.

## What the import itself says

| code | when |
| --- | --- |`;

/** The whole page. */
export function mappingPage(): string {
  const notices = Object.entries(NOTICE_CODES).map(([code, when]) => `| \`${code}\` | ${when} |`);
  const host = Object.entries(HOST_REASONS).map(([kind, why]) => `| ${kind} | ignored | ${why} |`);
  const options: CommandRow[] = Object.entries(REFUSED_OPTIONS).map(([words, says]) => ({
    words,
    outcome: 'refused',
    says,
  }));
  return `${[
    [HEAD, ...notices].join('\n'),
    '## keepalived.conf\n\nAll flavours. `SSL_GET` has the words of `HTTP_GET`.',
    ...blockTables(KEEPALIVED_ROWS),
    '## dpvs.conf',
    ...blockTables(DPVS_CONF_ROWS),
    `## ipvsadm\n\n${commandTable(COMMAND_ROWS)}`,
    `### Options\n\n${commandTable([...OPTION_ROWS, ...options])}`,
    `## Scripts\n\n${HOST_TABLE}\n${host.join('\n')}`,
  ].join('\n\n')}\n`;
}

const HOST_TABLE = `| what | outcome | field or reason |
| --- | --- | --- |
| \`ip addr add\`, \`ifconfig\`, \`dpip addr add\` | mapped | Node interfaces[].addresses; of a VIP, LIP or SNAT address, that |
| \`ip route add\`, \`route add\`, \`dpip route add\`, \`route-ethX\` | mapped | Node routes[] |
| \`iptables -t nat -j SNAT\` | mapped | SnatGateway zones[] |
| \`ip rule\`, \`rule-ethX\` | refused | rules that choose a routing table have no field |
| \`dpip vlan\`, \`tunnel\`, \`neigh\` | refused | no field |
| units of systemd | ignored | how a program is started is the host’s |
| branches, loops, values only a shell knows | refused | not read |`;

function blockTables(rows: readonly WordRow[]): string[] {
  const blocks = [...new Set(rows.map(({ block }) => block))];
  return blocks.map((block) => {
    const title =
      block === 'ROOT' ? 'the file itself' : block === '*' ? 'any other block' : `\`${block}\``;
    return `### ${title}\n\n${commandTable(rows.filter((row) => row.block === block))}`;
  });
}

function commandTable(rows: readonly CommandRow[]): string {
  const lines = rows.map(({ words, outcome, says }) => {
    const named =
      words === '*'
        ? '(each line)'
        : words
            .split(' ')
            .map((word) => `\`${word}\``)
            .join(' ');
    return `| ${named} | ${outcome} | ${says} |`;
  });
  return ['| word | outcome | field or reason |', '| --- | --- | --- |', ...lines].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('../../docs/import-mapping.md', import.meta.url), mappingPage());
}
