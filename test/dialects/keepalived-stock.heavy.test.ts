/**
 * What the printer writes is taken by the keepalived that is installed, and what the linter calls
 * an error is one to it. The daemon is only asked to test the file (-t); exit codes: 0 clean,
 * 5 findings (dialects of keepalived, test mode).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTree } from '../../dialects/keepalived/parse-tree.ts';
import { printTree } from '../../dialects/keepalived/print-tree.ts';
import { applyFixes } from '../../dialects/lint/apply-fixes.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { fixture } from './kit.ts';

const folder = tempDir('dialects');
/** With interfaces of its own: the daemon takes no loopback for VRRP. */
const namespace = `sluice-dialects-${process.pid}`;

beforeAll(() => {
  execFileSync('ip', ['netns', 'add', namespace]);
  const pair = ['eth0', 'type', 'veth', 'peer', 'name', 'eth1'];
  execFileSync('ip', ['-n', namespace, 'link', 'add', ...pair]);
  for (const device of ['eth0', 'eth1']) {
    execFileSync('ip', ['-n', namespace, 'link', 'set', device, 'up']);
  }
});

afterAll(() => {
  execFileSync('ip', ['netns', 'del', namespace]);
});

function test(text: string): { status: number | null; output: string } {
  const file = join(folder, 'keepalived.conf');
  writeFileSync(file, text, { mode: 0o600 });
  const { status, stderr, stdout } = spawnSync(
    'ip',
    ['netns', 'exec', namespace, 'keepalived', '-t', '-f', file],
    {
      encoding: 'utf8',
      timeout: 30_000,
    },
  );
  return { status, output: `${stdout}${stderr}` };
}

const print = (text: string) => printTree(parseTree({ file: 'k', text }).tree);

const EVERYTHING = `! all that the printer has to write
$PRIORITY=100
global_defs {
    router_id "a b"
    notification_email {
        admin@example.org
    }
    smtp_server 127.0.0.1 25
}
vrrp_sync_group G {
    group {
        V4
        V6
    }
    smtp_alert
}
vrrp_instance V4 { # glued comment
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority $PRIORITY
    advert_int 1
    nopreempt
    authentication {
        auth_type PASS
        auth_pass 12345678
    }
    virtual_ipaddress {
        10.99.0.1/32 dev eth0
        ~SEQ(N, 2, 3) 10.99.0.$N
    }
}
vrrp_instance V6 {
    state BACKUP
    interface eth1
    virtual_router_id 51
    priority 100
    advert_int 1
    virtual_ipaddress {
        fe80::51
        2001:db8::51
    }
}
virtual_server_group servers {
    10.99.0.10-12 80
    fwmark 5
}
virtual_server group servers {
    delay_loop 5
    lvs_sched wlc
    lvs_method NAT
    persistence_timeout 60
    protocol TCP
    alpha
    quorum 1
    real_server 10.98.0.1 8080 {
        weight 10
        inhibit_on_failure
        HTTP_GET {
            url {
                path "/a b"
                status_code 200-299
            }
            connect_timeout 3
            retry 2
            delay_before_retry 1
        }
    }
    real_server 10.98.0.2 8080 {
        TCP_CHECK {
            connect_timeout 3
            retry 2
        }
    }
}
`;

describe('the installed keepalived', () => {
  it('takes what the printer writes as clean', () => {
    expect(
      lintFiles([{ file: 'k', text: EVERYTHING, kind: 'keepalived' }], { flavour: 'stock' }).filter(
        ({ severity }) => severity === 'error',
      ),
    ).toEqual([]);
    expect(test(EVERYTHING)).toMatchObject({ status: 0 });
    expect(test(print(EVERYTHING))).toMatchObject({ status: 0 });
  });

  it('says of the NAT document what the linter says, printed or not', () => {
    const text = fixture('002-nat-keepalived/keepalived.conf');
    for (const given of [text, print(text)]) {
      const { status, output } = test(given);
      expect(status).toBe(5);
      expect(output).toContain("Unknown keyword 'smtp_alter'");
      expect(output).toContain("Unknown keyword 'nb_get_retry'");
    }
  });

  it('takes the mended NAT document', () => {
    const file = { file: 'k', kind: 'keepalived' as const };
    let text = fixture('002-nat-keepalived/keepalived.conf');
    for (let round = 0; round < 4; round++) {
      const fixes = lintFiles([{ ...file, text }], { flavour: 'stock' }).flatMap(
        (f) => f.fix ?? [],
      );
      text = applyFixes(text, fixes, 'k').text;
    }
    expect(test(text)).toMatchObject({ status: 0 });
  });

  it('takes what is imported of the NAT document and rendered again, for both directors', () => {
    const folder = new URL('../../examples/seeds/nat-keepalived/pair/', import.meta.url);
    for (const node of ['lb1', 'lb2']) {
      for (const path of [`mended/${node}/`, `rendered/keepalived/${node}.`]) {
        const text = readFileSync(new URL(`${path}keepalived.conf`, folder), 'utf8');
        expect(test(text), path).toMatchObject({ status: 0 });
      }
    }
  });

  it('rejects the words of dsnat that the linter reports for stock', () => {
    const text = fixture('004-dsnat/keepalived.conf');
    const unknown = lintFiles([{ file: 'k', text, kind: 'keepalived' }], { flavour: 'stock' })
      .filter(({ code }) => code === 'E_UNKNOWN_KEYWORD')
      .map(({ message }) => /keyword (\S+)/.exec(message)?.[1] ?? '');
    const { status, output } = test(text);
    expect(status).toBe(5);
    expect(new Set(unknown)).toEqual(new Set(['local_address_group', 'zone', 'laddr_group_name']));
    for (const word of unknown) expect(output).toContain(`Unknown keyword '${word}'`);
  });
});
