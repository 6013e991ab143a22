/**
 * The errors that the five documents were published with, found in their configurations: file,
 * line and code. The numbers are rows of the project's checklist of the documents.
 */
import { describe, expect, it } from 'vitest';
import type { LintOptions } from '../../dialects/lint/bundle.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { fixtureFile } from './kit.ts';

const lint = (paths: readonly string[], options: LintOptions = {}) =>
  lintFiles(
    paths.map((path) => fixtureFile(path)),
    options,
  ).map(({ file, line, code }) => `${file.split('/')[1]}:${line} ${code}`);

describe('the FULLNAT document', () => {
  it('has a service with local addresses on every server: nothing to say', () => {
    expect(lint(['000-fullnat/commands.sh'])).toEqual([]);
  });
});

describe('the lvs-snat document', () => {
  it('fills a zone that was never made (1.8), with en-dashes (1.9)', () => {
    expect(lint(['001-lvs-snat/snat.sh'])).toEqual([
      'snat.sh:2 W_DASH',
      'snat.sh:2 W_ZONES_WITHOUT_UDP',
      'snat.sh:2 W_DASH',
      'snat.sh:2 W_DASH',
      'snat.sh:4 E_ZONE_WITHOUT_LIP',
      'snat.sh:6 E_LIP_ZONE_UNDECLARED',
      'snat.sh:7 E_LIP_ZONE_UNDECLARED',
      'snat.sh:8 E_LIP_ZONE_UNDECLARED',
    ]);
  });

  it('translates every source by plain NAT (1.10)', () => {
    expect(lint(['001-lvs-snat/plain-nat.sh'])).toEqual(['plain-nat.sh:2 W_EVERY_SOURCE']);
  });

  it('writes to a setting that does not exist (1.15), has glued lines (1.16), other files (1.17)', () => {
    expect(lint(['001-lvs-snat/build.sh'])).toEqual([
      'build.sh:2 E_ARTIFACT_NAMES',
      'build.sh:3 W_GLUED',
      'build.sh:3 W_GLUED',
      'build.sh:5 E_SYSCTL_UNKNOWN',
      'build.sh:7 W_IPTABLES_SNAT',
    ]);
  });
});

describe('the NAT document', () => {
  it('has a mistyped word (2.2), one VRID twice (2.3), wrong comments (2.4) and checks (2.7)', () => {
    const options = { flavour: 'stock' } as const;
    expect(lint(['002-nat-keepalived/keepalived.conf'], options)).toEqual([
      'keepalived.conf:15 E_UNKNOWN_KEYWORD',
      'keepalived.conf:36 W_VRID_TWICE',
      'keepalived.conf:48 W_NAT_EGRESS',
      'keepalived.conf:49 W_COMMENT_NUMBER',
      'keepalived.conf:51 W_COMMENT_METHOD',
      'keepalived.conf:53 W_COMMENT_PROTOCOL',
      'keepalived.conf:58 W_TCP_CHECK_HTTP',
      'keepalived.conf:60 E_RETRY_KEYWORD',
    ]);
  });

  it('has one VRID in one network when the interfaces are known to share it', () => {
    const layer2 = { eth0: 'lan', eth1: 'lan' };
    const found = lint(['002-nat-keepalived/keepalived.conf'], { flavour: 'stock', layer2 });
    expect(found).toContain('keepalived.conf:36 E_VRID_TWICE');
  });

  it('has a server that cannot call its own VIP (2.14), once its addresses are known', () => {
    const serverAddresses = { '192.168.168.238': ['113.226.77.138'] };
    const found = lint(['002-nat-keepalived/keepalived.conf'], {
      flavour: 'stock',
      serverAddresses,
    });
    expect(found).toContain('keepalived.conf:55 W_HAIRPIN');
  });

  it('sends a route to one device now and to another after a boot (2.11)', () => {
    expect(lint(['002-nat-keepalived/server.sh', '002-nat-keepalived/route-eth1'])).toEqual([
      'server.sh:4 W_RC_LOCAL_ROUTE',
      'server.sh:6 E_ROUTE_DEVICE',
    ]);
  });
});

describe('the DPVS document', () => {
  it('leaves out the port of a server, which means something else by version (3.3)', () => {
    const simple = ['003-dpvs/simple.sh'];
    const codes = (dpvsVersion?: string) =>
      lint(simple, dpvsVersion === undefined ? {} : { dpvsVersion }).filter((text) =>
        /PORT/.test(text),
      );
    expect(codes()).toEqual(['simple.sh:14 W_SERVER_PORT']);
    expect(codes('1.8-10')).toEqual([]);
    expect(codes('1.9.0')).toEqual([]);
    expect(codes('1.9.10')).toEqual(['simple.sh:14 E_SERVER_PORT']);
    expect(codes('1.10.2')).toEqual(['simple.sh:14 E_SERVER_PORT']);
  });

  it('calls an IPv4 local address an IPv6 one (3.24) and loses the client (3.12)', () => {
    expect(lint(['003-dpvs/nat64.sh'])).toEqual([
      'nat64.sh:1 W_SINGLE_NODE',
      'nat64.sh:5 W_NAT64_CLIENT',
      'nat64.sh:8 W_COMMENT_FAMILY',
    ]);
  });

  it('has retries that never happen (3.19), VRRP v3 (3.26), order (3.21) and start (3.27)', () => {
    const files = ['dpvs.conf', 'keepalived.conf', 'keepalived.service', 'start.sh'];
    const found = lint(files.map((name) => `003-dpvs/${name}`));
    expect(found.filter((text) => text.includes('E_RETRY_KEYWORD'))).toHaveLength(4);
    expect(found.filter((text) => !/E_RETRY|W_TCP_CHECK/.test(text))).toEqual([
      'keepalived.conf:39 W_VRRP3_AUTHENTICATION',
      'keepalived.conf:44 W_LINK_LOCAL_VIP',
      'keepalived.conf:84 W_NAME_CONTRADICTS',
      'keepalived.conf:89 W_NAT64_CLIENT',
      'keepalived.service:3 W_START_ORDER',
      'start.sh:1 W_NOT_ENABLED',
    ]);
  });

  it('is wrong as it stands on both nodes: they share a local address (3.23)', () => {
    const found = lintFiles([
      fixtureFile('003-dpvs/keepalived.conf', 'one'),
      { ...fixtureFile('003-dpvs/keepalived.conf', 'two'), file: 'two/keepalived.conf' },
    ]);
    expect(found.filter(({ code }) => code === 'E_LIP_ON_TWO_NODES')).toMatchObject([
      { file: 'two/keepalived.conf', line: 8 },
    ]);
  });
});

describe('the dsnat document', () => {
  it('has lower-case words (4.8a), a local address outside VRRP (4.8b), both kinds of binding (4.8c), no UDP (4.8d), an unused address (4.13) and echo with a here-document (4.11), so that the offloads stay on (4.3)', () => {
    const files = ['004-dsnat/keepalived.conf', '004-dsnat/gateway.sh'];
    expect(lint(files, { flavour: 'dsnat' })).toEqual([
      'keepalived.conf:12 E_ZONE_LIP_UNCARRIED',
      'keepalived.conf:38 E_WORD_CASE',
      'keepalived.conf:49 E_WORD_CASE',
      'keepalived.conf:55 E_WORD_CASE',
      'keepalived.conf:66 W_ZONES_WITHOUT_UDP',
      'keepalived.conf:71 W_KEYWORD_NO_EFFECT',
      'gateway.sh:1 E_HERE_DOCUMENT_ECHO',
      'gateway.sh:3 W_OFFLOAD_ON',
      'gateway.sh:10 E_HERE_DOCUMENT_ECHO',
      'gateway.sh:11 E_ADDRESS_STATIC_AND_FLOATING',
      'gateway.sh:12 E_ADDRESS_STATIC_AND_FLOATING',
      'gateway.sh:14 W_POOL_ADDRESS_UNUSED',
    ]);
  });

  it('has a comment with another network than its command (4.8e), and en-dashes (4.10)', () => {
    expect(lint(['004-dsnat/rules.sh']).filter((text) => !text.includes('W_DASH'))).toEqual([
      'rules.sh:2 W_ZONES_WITHOUT_UDP',
      'rules.sh:7 W_COMMENT_NETWORK',
    ]);
  });

  it('has a path of two versions (4.12)', () => {
    expect(lint(['004-dsnat/build.sh'])).toEqual(['build.sh:1 W_PATH_VERSIONS']);
  });

  it('on the keepalived of others: unknown words on stock, a crash on DPVS, empty zones on v1', () => {
    const on = (flavour: NonNullable<LintOptions['flavour']>) =>
      lint(['004-dsnat/keepalived.conf'], { flavour });
    expect(on('stock').filter((text) => text.includes('E_UNKNOWN'))).toHaveLength(5);
    expect(on('dpvs').filter((text) => text.includes('E_LIP_DEVICE'))).toHaveLength(3);
    expect(on('lvs-snat-v1').filter((text) => text.includes('NO_EFFECT'))).toHaveLength(3);
    expect(on('alibaba').filter((text) => text.includes('E_UNKNOWN'))).toHaveLength(2);
  });
});
