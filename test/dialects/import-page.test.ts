/** The mapping table has every word that the parsers know, and the manual is that table. */
import { expect, it } from 'vitest';
import { FLAVOURS, type Flavour } from '../../dialects/flavour.ts';
import { commandRow, OPTION_ROWS } from '../../dialects/import/command-words.ts';
import { importFiles } from '../../dialects/import/import-files.ts';
import { mappingPage } from '../../dialects/import/mapping-page.ts';
import { REFUSED_OPTIONS } from '../../dialects/import/refused-options.ts';
import { KEEPALIVED_ROWS, rowOf } from '../../dialects/import/words.ts';
import { optionsOf } from '../../dialects/ipvsadm/flavour-options.ts';
import { keywordsOf } from '../../dialects/keepalived/flavour-keywords.ts';

/** Blocks that are refused or ignored as a whole: their words are not looked at one by one. */
const WHOLE =
  'garp_group vrrp_script vrrp_track_file track_file vrrp_track_process SSL bfd_instance ' +
  'tunnel_group tunnel_entry';

it.each(FLAVOURS)('every keyword of keepalived of %s has a row', (flavour) => {
  const table = keywordsOf(flavour);
  const missing: string[] = [];
  const visit = (block: string, seen: ReadonlySet<string>) => {
    for (const [word] of table.wordsOf(block) ?? []) {
      if (rowOf(block, word) === undefined) missing.push(`${block}/${word}`);
      if (!seen.has(word) && !WHOLE.split(' ').includes(word))
        visit(word, new Set([...seen, word]));
    }
  };
  visit('ROOT', new Set());
  expect([...new Set(missing)]).toEqual([]);
});

it.each(FLAVOURS)('every command and option of ipvsadm of %s has a row', (flavour) => {
  const options = new Set(OPTION_ROWS.flatMap(({ words }) => words.split(' ')));
  const missing = [...optionsOf(flavour).byName.values()].filter(({ name, isCommand }) =>
    isCommand ? commandRow(name) === undefined : !options.has(name) && !(name in REFUSED_OPTIONS),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('docs/import-mapping.md is the table that the importer goes by', async () => {
  const page = new URL('../../docs/import-mapping.md', import.meta.url).pathname;
  await expect(mappingPage()).toMatchFileSnapshot(page);
});

/** Together they say every word that the table calls mapped. */
const EVERYTHING: readonly (readonly [Flavour, string])[] = [
  [
    'stock',
    `global_defs {
lvs_sync_daemon eth1 VI_1
}
static_ipaddress {
10.2.0.2/24 dev eth1
}
static_routes {
10.0.0.0/8 via 10.2.0.1 dev eth1
}
vrrp_sync_group G1 {
group { VI_1 }
}
vrrp_instance VI_1 {
interface eth0
virtual_router_id 51
priority 100
advert_int 1
unicast_src_ip 10.2.0.2
lvs_sync_daemon_interface eth1
virtual_ipaddress { 10.3.0.1/24 }
virtual_ipaddress_excluded { 10.3.0.2/24 }
}
virtual_server_group G {
10.3.0.9 80
}
virtual_server group G {
lvs_sched rr
lvs_method NAT
protocol TCP
persistence_timeout 60
persistence_granularity 24
quorum 1
hysteresis 0
sorry_server 10.4.0.9 80
inhibit_on_failure
delay_loop 6
connect_timeout 3
retry 2
virtualhost www.example.org
weight 2
real_server 10.4.0.1 80 {
HTTP_GET {
url {
path /
status_code 200
regex hello
}
}
uthreshold 10
lthreshold 5
}
}
virtual_server 10.3.0.9 53 {
lb_algo rr
lb_kind NAT
protocol UDP
ops
real_server 10.4.0.1 53 {
weight 2
lvs_method NAT
inhibit_on_failure
delay_loop 6
connect_timeout 3
retry 2
DNS_CHECK {
name example.org
type A
connect_port 53
}
}
}
virtual_server 10.3.0.9 54 {
protocol UDP
real_server 10.4.0.1 54 {
UDP_CHECK {
payload 00
require_reply
}
}
}
virtual_server 10.3.0.9 82 {
real_server 10.4.0.1 82 {
virtualhost www.example.org
HTTP_GET {
nb_get_retry 3
virtualhost a.example.org
url {
digest 3ef1267da49c9567b0243dc4be39653a
virtualhost b.example.org
}
}
}
}
virtual_server 10.3.0.9 81 {
real_server 10.4.0.1 81 {
TCP_CHECK {
}
}
}
virtual_server 10.3.0.9 83 {
real_server 10.4.0.1 83 {
PING_CHECK {
}
}
}
`,
  ],
  [
    'dpvs',
    `local_address_group L {
10.4.0.200 dpdk0
}
deny_address_group D {
10.9.0.0/16
}
allow_address_group A {
10.0.0.0/8
}
vrrp_instance VI_1 {
interface dpdk1.kni
dpdk_interface dpdk1
virtual_router_id 51
mcast_src_ip 10.3.0.2
virtual_ipaddress { 10.3.0.9 }
}
virtual_server 10.3.0.9 80 {
lb_algo rr
lb_kind FNAT
laddr_group_name L
daddr_group_name D
waddr_group_name A
syn_proxy
expire_quiescent_conn
proxy_protocol v2
real_server 10.4.0.1 80 {
TCP_CHECK {
}
}
}
virtual_server match M {
lb_kind SNAT
src-range 10.4.0.0-10.4.0.255
dst-range 10.5.0.0-10.5.0.255
oif dpdk1
real_server 10.3.0.8 0 {
}
}
`,
  ],
  [
    'dsnat',
    `local_address_group L {
10.3.0.8
}
zone 10.4.0.0 16 {
laddr_group_name L
}
virtual_server 0.0.0.0 0 {
lb_algo rr
protocol TCP
}
`,
  ],
  [
    'lvs-snat-v2',
    `virtual_server fwmark 1 {
snat_rule {
from 10.4.0.0/16
to 10.5.0.0/16
oif eth1
snat_ip 10.3.0.8
algo sh
new_gw 10.3.0.1
}
}
`,
  ],
];

it('every word that the table calls mapped is mapped', () => {
  const mapped = new Set<string>();
  for (const [flavour, text] of EVERYTHING) {
    const file = { file: 'keepalived.conf', text, kind: 'keepalived' as const };
    for (const { statement, outcome } of importFiles([file], { flavour }).rows) {
      if (outcome === 'mapped') mapped.add(statement.split(' ')[0] ?? '');
    }
  }
  const claimed = KEEPALIVED_ROWS.filter(({ outcome }) => outcome === 'mapped')
    .flatMap(({ words }) => words.split(' '))
    .filter((word) => word !== '*');
  expect([...new Set(claimed)].filter((word) => !mapped.has(word))).toEqual([]);
});
