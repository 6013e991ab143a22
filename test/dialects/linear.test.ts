/**
 * Twice the text takes twice the steps: counted, not timed. And the largest import that is
 * planned for (10,000 services, 100,000 lines) is read and linted at all.
 */
import { describe, expect, it } from 'vitest';
import { readSave } from '../../dialects/ipvsadm/read-save.ts';
import { memoryFileReader } from '../../dialects/keepalived/file-reader.ts';
import { loadTree } from '../../dialects/keepalived/load-tree.ts';
import { parseTree } from '../../dialects/keepalived/parse-tree.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { readConnectionList } from '../../dialects/outputs/connection-list.ts';
import { readServiceList } from '../../dialects/outputs/service-list.ts';
import { readScriptLines } from '../../dialects/shell/read-lines.ts';
import type { SourceText, WorkCounter } from '../../dialects/text/span.ts';

const address = (prefix: number, at: number) =>
  `${prefix}.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
const repeat = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const service = (at: number) =>
  `virtual_server ${address(10, at)} 80 {\n    lb_algo rr\n    lb_kind NAT\n    protocol TCP\n` +
  `    real_server ${address(11, at)} 80 {\n        weight 1\n        TCP_CHECK {\n` +
  `            connect_timeout 3\n        }\n    }\n}\n`;

const READERS: Readonly<
  Record<
    string,
    { text: (n: number) => string; read: (source: SourceText, work: WorkCounter) => unknown }
  >
> = {
  'keepalived.conf': {
    text: (n) => repeat(n, service),
    read: (source, work) => parseTree(source, { work }),
  },
  'keepalived.conf with parameters and sequences': {
    text: (n) => `$P=10\n${repeat(n, (at) => `~SEQ(A, 1, 3) x $A $P ${at}\n`)}`,
    read: (source, work) => loadTree('f', memoryFileReader({ f: source.text }), { work }),
  },
  'blocks that are never closed': {
    text: (n) => 'a {\n'.repeat(n),
    read: (source, work) => parseTree(source, { work }),
  },
  'quotes that are never closed': {
    text: (n) => 'a "b\' c\n'.repeat(n),
    read: (source, work) => parseTree(source, { work }),
  },
  'a save': {
    text: (n) => repeat(n, (at) => `-A -t ${address(10, at)}:80 -s rr\n`),
    read: (source, work) => readSave(source, { work }),
  },
  'a script with here-documents': {
    text: (n) =>
      repeat(
        n,
        (at) => `cat >> /etc/rc.local << E${at}\nip addr add ${address(10, at)} dev e\nE${at}\n`,
      ),
    read: (source, work) => readScriptLines(source, { work }),
  },
  'a script with one delimiter everywhere': {
    text: (n) => 'cat << EOF\nx\nEOF\n'.repeat(n),
    read: (source, work) => readScriptLines(source, { work }),
  },
  'a list of services': {
    text: (n) =>
      repeat(n, (at) => `TCP ${address(10, at)}:80 rr\n  -> ${address(11, at)}:80 Masq 1 0 0\n`),
    read: (source, work) => readServiceList(source, { work }),
  },
  'a list of connections': {
    text: (n) =>
      repeat(n, (at) => `TCP 00:10 ESTABLISHED ${address(12, at)}:9 1.1.1.1:80 2.2.2.2:80\n`),
    read: (source, work) => readConnectionList(source, undefined, { work }),
  },
};

describe('twice the text takes twice the steps', () => {
  for (const [name, { text, read }] of Object.entries(READERS)) {
    it(`of ${name}`, () => {
      const stepsOf = (n: number) => {
        const work = { steps: 0 };
        const source = { file: 'f', text: text(n) };
        read(source, work);
        expect(work.steps).toBeGreaterThanOrEqual(n);
        return work.steps / source.text.length;
      };
      const small = stepsOf(500);
      expect(stepsOf(1_000) / small).toBeLessThan(1.2);
      expect(stepsOf(2_000) / small).toBeLessThan(1.2);
    });
  }
});

describe('the largest import', () => {
  it('of 10,000 services in 110,000 lines is read and linted', () => {
    const text = repeat(10_000, service);
    expect(text.split('\n').length).toBeGreaterThan(100_000);
    const findings = lintFiles([{ file: 'k', kind: 'keepalived', text }], { flavour: 'stock' });
    expect(findings.filter(({ code }) => code === 'W_TCP_CHECK_HTTP')).toHaveLength(10_000);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('of 8,000 zones with an address each is read and linted, in no more than linear time', () => {
    const zone = (at: number) =>
      `ipvsadm -K --zone ${address(10, at * 16)}/28\nipvsadm -P --zone ${address(10, at * 16)}/28` +
      ` -z ${address(12, at)}\nip addr add ${address(12, at)}/32 dev eth1\n`;
    const host = 'echo 1 > /proc/sys/net/ipv4/ip_forward\nipvsadm -A -t 0.0.0.0:0 -s rr\n';
    const text = `${host}${repeat(8_000, zone)}`;
    const findings = lintFiles([{ file: 's', kind: 'script', text }], { flavour: 'dsnat' });
    expect(findings.map(({ code }) => code)).toEqual(['W_ZONES_WITHOUT_UDP']);
  });

  it('of 100,000 shifted connections of 10,000 services finds the port of each server', () => {
    const services = readServiceList({
      file: 'l',
      text: repeat(
        10_000,
        (at) => `TCP ${address(10, at)}:80 rr\n-> 11.0.0.1:9999 FullNat 1 0 0\n`,
      ),
    });
    const text = repeat(
      100_000,
      (at) => `TCP 04:30 0B000001 12.0.0.1:9 ${address(10, at % 10_000)}:80 13.0.0.1:7\n`,
    );
    const { connections } = readConnectionList({ file: 'c', text }, services);
    expect(connections.filter(({ server }) => server.port === 9_999)).toHaveLength(100_000);
  });

  it('of 10,000 services with servers in a save is read and linted', () => {
    const text = repeat(10_000, (at) => {
      const key = `-t ${address(10, at)}:80`;
      return `-A ${key} -s rr\n${repeat(3, (n) => `-a ${key} -r ${address(11 + n, at)}:80 -m\n`)}`;
    });
    const findings = lintFiles([{ file: 's', kind: 'script', text }], { flavour: 'stock' });
    expect(findings.map(({ code }) => code)).toEqual(['W_NAT_EGRESS']);
  });
});
