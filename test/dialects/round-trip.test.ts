/** Law: reading what was printed gives what was printed, for each dialect and flavour. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDpip } from '../../dialects/dpip/parse-statement.ts';
import { printDpip } from '../../dialects/dpip/print-statement.ts';
import { parseDpvsConf } from '../../dialects/dpvs-conf/config.ts';
import { DPVS_CONF_TABLE } from '../../dialects/dpvs-conf/keywords.ts';
import { FLAVOURS, type Flavour } from '../../dialects/flavour.ts';
import { optionsOf } from '../../dialects/ipvsadm/flavour-options.ts';
import { printSave } from '../../dialects/ipvsadm/print-save.ts';
import { readSave } from '../../dialects/ipvsadm/read-save.ts';
import { parseTree } from '../../dialects/keepalived/parse-tree.ts';
import { printTree } from '../../dialects/keepalived/print-tree.ts';
import { readScriptLines } from '../../dialects/shell/read-lines.ts';
import { arbitraryTree, commandShape, fixture, treeOf, treeShape, word } from './kit.ts';

const parse = (text: string) => parseTree({ file: 'printed', text });

describe('a printed keepalived.conf', () => {
  for (const flavour of FLAVOURS) {
    it(`of ${flavour} reads as the tree that it was printed from`, () => {
      fc.assert(
        fc.property(treeOf(flavour), (tree) => {
          const text = printTree(tree);
          expect(treeShape(parse(text).tree)).toEqual(treeShape(tree));
          expect(printTree(parse(text).tree)).toBe(text);
        }),
        { numRuns: 150 },
      );
    });
  }

  it('of each document reads as the file that it was printed from', () => {
    for (const path of [
      '002-nat-keepalived/keepalived.conf',
      '002-nat-keepalived/http-check.conf',
      '003-dpvs/keepalived.conf',
      '004-dsnat/keepalived.conf',
    ]) {
      const { tree, findings } = parse(fixture(path));
      expect(findings).toEqual([]);
      expect(treeShape(parse(printTree(tree)).tree)).toEqual(treeShape(tree));
    }
  });

  it('keeps definitions of several lines, sequences and includes', () => {
    const text =
      '$N=3 # three\n$I= \\\nvrrp_instance VI_$\u007bN} { \\\n    priority 10 \\\n}\n$I\n' +
      '~SEQ(X, 1, 3) group$X\ninclude conf.d/{a,b}/*.conf # all\n@main router_id a\n';
    const { tree, findings } = parse(text);
    expect(findings).toEqual([]);
    expect(printTree(tree)).toBe(text);
  });
});

describe('a printed dpvs.conf', () => {
  it('reads as the tree that it was printed from, marks and all', () => {
    fc.assert(
      fc.property(arbitraryTree(DPVS_CONF_TABLE, true), (tree) => {
        const read = parseDpvsConf({ file: 'printed', text: printTree(tree) });
        expect(treeShape(read.tree)).toEqual(treeShape(tree));
      }),
      { numRuns: 150 },
    );
    const { tree } = parseDpvsConf({ file: 'x', text: fixture('003-dpvs/dpvs.conf') });
    const again = parseDpvsConf({ file: 'x', text: printTree(tree) });
    expect(treeShape(again.tree)).toEqual(treeShape(tree));
  });
});

const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'tcp-service': fc.constantFrom('10.0.0.1:80', '[2001::1]:443', '0.0.0.0:0'),
  'udp-service': fc.constantFrom('10.0.0.1:53', '[2001::1]:53'),
  'sctp-service': fc.constant('10.0.0.1:5000'),
  'icmp-service': fc.constant('10.0.0.1:0'),
  'icmpv6-service': fc.constant('[2001::1]:0'),
  'fwmark-service': fc.constantFrom('1', '77'),
  'real-server': fc.constantFrom('192.168.0.1:8080', '[2407::1]:80', '192.168.0.1'),
  zone: fc.constantFrom('1.1.0.0/16', '0.0.0.0/0', '10.0.0.0/255.0.0.0'),
  match: fc.constant('proto=tcp,src-range=10.0.0.1-10.0.0.9,oif=dpdk0'),
};
const anyValue = fc.constantFrom('1', 'rr', '10.0.0.9', 'dpdk0', 'a b', "it's", 'x#y', '$HOME');

/** A command that the flavour takes, with what it needs and some of what else it takes. */
function commandOf(flavour: Flavour) {
  const { rules, byName } = optionsOf(flavour);
  const commands = [...rules.keys()].filter((name) => name !== 'set');
  return fc.constantFrom(...commands).chain((name) => {
    const rule = rules.get(name);
    const names = (list: Iterable<string>) =>
      [...list].map((need) => (need === 'service' ? 'tcp-service' : need));
    const optional = names(rule?.takes ?? []);
    const chosen =
      optional.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...optional));
    return chosen.chain((further) => {
      const all = [...new Set([...names(rule?.needs ?? []), ...further])];
      const options = all.map((option) => {
        const spec = byName.get(option);
        const value = VALUES[option] ?? anyValue;
        if (spec?.value === 'none') return fc.constant({ name: option });
        return value.map((text) => ({ name: option, value: word(text) }));
      });
      const isDaemon = byName.get(name)?.value === 'required';
      return fc.tuple(...options).map((given) => ({
        flavour,
        name,
        options: given,
        operands: [],
        leading: [],
        ...(isDaemon ? { commandValue: word('master') } : {}),
      }));
    });
  });
}

describe('printed commands of ipvsadm', () => {
  for (const flavour of FLAVOURS) {
    it(`of ${flavour} read as the commands that they were printed from`, () => {
      fc.assert(
        fc.property(fc.array(commandOf(flavour), { maxLength: 6 }), (commands) => {
          const read = readSave({ file: 'save', text: printSave(commands) }, { flavour });
          expect(read.findings.filter(({ code }) => code !== 'E_ENDPOINT')).toEqual([]);
          expect(read.commands.map(commandShape)).toEqual(
            commands.map((command) => commandShape(command as never)),
          );
          const script = readSave({ file: 's', text: printSave(commands, 'ipvsadm') }, { flavour });
          expect(script.commands.map(commandShape)).toEqual(read.commands.map(commandShape));
        }),
        { numRuns: 150 },
      );
    });
  }

  it('write the list of the dsnat document back as it was, in order', () => {
    const read = readSave({ file: 'r', text: fixture('004-dsnat/rules.sh') }, { flavour: 'dsnat' });
    const plain = read.commands.map((command) => ({ ...command, leading: [] }));
    expect(printSave(plain, 'ipvsadm').split('\n')).toEqual([
      'ipvsadm -A -t 0.0.0.0:0 -s rr',
      'ipvsadm -K --zone 1.1.0.0/16',
      'ipvsadm -P --zone 1.1.0.0/16 -z 1.2.100.1',
      'ipvsadm -P --zone 1.1.0.0/16 -z 1.2.100.2',
      'ipvsadm -K --zone 0.0.0.0/0',
      'ipvsadm -P --zone 0.0.0.0/0 -z 1.2.100.3',
      'ipvsadm -l -n',
      'ipvsadm -G',
      '',
    ]);
  });
});

describe('printed commands of dpip', () => {
  const read = (text: string) => {
    const [command] = readScriptLines({ file: 'd', text }).commands;
    return parseDpip(command?.words ?? []);
  };
  const strip = (text: string) =>
    JSON.stringify(read(text).statement?.body, (key, value) =>
      key === 'span' || key === 'word' ? undefined : value,
    );

  it('read as the commands that they were printed from', () => {
    const device = fc.constantFrom('dpdk0', 'bond1', 'vlan.10');
    const address = fc.constantFrom('10.0.0.1/32', '10.0.0.1', '2001::1/128', '2001::1');
    const network = fc.constantFrom('10.0.0.0/24', '2001::/64', 'default');
    const text = fc.oneof(
      fc
        .tuple(fc.constantFrom('add', 'set', 'del'), address, device, fc.boolean())
        .map(([verb, a, d, pool]) => `addr ${verb} ${a} dev ${d}${pool ? ' sapool' : ''}`),
      fc
        .tuple(fc.constantFrom('add', 'set', 'del'), network, device, fc.boolean())
        .map(([verb, n, d, is6]) => {
          const via = n === 'default' ? ` via ${is6 ? '2001::9' : '10.0.0.9'}` : '';
          const six = n.includes(':') || (n === 'default' && is6) ? '-6 ' : '';
          return `route ${six}${verb} ${n}${via} dev ${d} scope link mtu 1500`;
        }),
      fc.constantFrom(
        'link set dpdk0 promisc on',
        'vlan add link dpdk0 proto 802.1q id 10',
        'neigh add 10.0.0.9 lladdr aa:bb:cc:dd:ee:ff dev dpdk0',
        'tunnel add t0 mode ipip remote 10.0.0.1 local 10.0.0.2',
        'ipset create x hash:ip',
      ),
    );
    fc.assert(
      fc.property(text, (line) => {
        const { statement, findings } = read(line);
        expect(findings).toEqual([]);
        if (statement === undefined) throw new Error(`not read: ${line}`);
        const printed = printDpip(statement);
        expect(read(printed).statement?.family).toBe(statement.family);
        // The prefix length is written out, and then stays.
        expect(printDpip(read(printed).statement ?? statement)).toBe(printed);
        if (line.includes('/') || !line.startsWith('addr'))
          expect(strip(printed)).toBe(strip(line));
      }),
    );
  });

  it('write the prefix length and -6 always', () => {
    const print = (text: string) => {
      const { statement } = read(text);
      return statement && printDpip(statement);
    };
    expect(print('addr add 10.0.96.204 dev dpdk2')).toBe('addr add 10.0.96.204/32 dev dpdk2');
    expect(print('-6 route add default via 2001::1 dev bond2')).toBe(
      'route -6 add default via 2001::1 dev bond2',
    );
  });
});
