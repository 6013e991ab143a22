import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFixes } from '../../schemas/validation/apply-fixes.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { type Document, edited, FLEET, fleetWith, WEB, yamlOf } from './fleet.ts';

/** The text after the fixes of its problems, and what is then still wrong. */
function mend(text: string): { text: string; fixed: number; codes: string[] } {
  const files = [{ name: 'f.yaml', text }];
  const { files: after, mended } = applyFixes(files, validateFiles(files).problems);
  const codes = validateFiles(after).problems.map(({ code }) => code);
  return { text: after[0]?.text ?? '', fixed: mended.length, codes };
}

const WRONG = `# kept as it is
apiVersion: sluice/v1
kind: Cluster
metadata: { name: edge }
spec: { highAvailability: none, dataplan: nft } # a slip
---
apiVersion: sluice/v1
kind: LocalAddressPool
metadata: { name: lips }
spec:
  cluster: egde
  interface: 'bk0'
  perNode: {}
---
apiVersion: sluice/v1
kind: VirtualService
metadata:
  name: web
spec:
  cluster: edge
  vips: [10.0.0.1]
  ports: ["80"]
  "sheduler": "wr"
  forwarding: fullnat
  realServers:
    - address: 10.1.0.1
  healthCheck: { type: tcp }
`;

test('fixes mend what is plain, in several rounds, and leave the rest of the text alone', () => {
  let text = WRONG;
  const rounds: number[] = [];
  for (let fixed = 1; fixed > 0 && rounds.length < 5; rounds.push(fixed)) {
    ({ text, fixed } = mend(text));
  }
  expect(rounds.at(-1)).toBe(0);
  expect(mend(text).codes).toEqual([]);
  expect(text).toBe(
    WRONG.replace('dataplan:', 'dataplane:')
      .replace('egde', 'edge')
      .replace('"80"', '80')
      .replace('"sheduler": "wr"', '"scheduler": "rr"')
      .replace('type: tcp', 'type: http')
      .replace('  cluster: edge\n  vips', '  localAddressPool: lips\n  cluster: edge\n  vips'),
  );
});

const DIGIT = { realServers: [{ address: '10.98.0.21', port: '80' }] };
const OF_FLEET: readonly [string, Document, string][] = [
  ['a word of an enum', edited(WEB, { scheduler: 'wwr' }), '"wrr"'],
  ['a number in quotes', edited(WEB, DIGIT), '"port":80'],
  ['a name that leads nowhere', edited(WEB, { localAddressPool: 'lisp' }), '"lips"'],
  ['a missing health check', edited(WEB, { healthCheck: undefined }), 'healthCheck: { type: tcp }'],
  ['a tcp check of HTTP', edited(WEB, { healthCheck: { type: 'tcp' } }), '{"type":"http"}'],
  ['a network with host bits', edited(WEB, { deny: ['10.1.2.3/8'] }), '"10.0.0.0/8"'],
];

test.each(OF_FLEET)('%s is mended in JSON as well', (_, changed, wanted) => {
  const { text, fixed } = mend(yamlOf(fleetWith([changed])));
  expect(text).toContain(wanted);
  expect(fixed).toBe(1);
});

test('what is right is not touched', () => {
  const text = yamlOf(FLEET);
  expect(mend(text)).toEqual({ text, fixed: 0, codes: [] });
});

test('what others share by an anchor is left to people', () => {
  const { fixed } = mend(
    WRONG.replace('cluster: egde', 'cluster: &c egde').replace('cluster: edge', 'cluster: *c'),
  );
  expect(fixed).toBeGreaterThan(0);
});

test('fixes of any torn text keep it readable, and never make more of one problem', () => {
  const example = ['cluster', 'nodes', 'vrrp', 'pools', 'services'].map((name) =>
    readFileSync(new URL(`../../examples/fullnat/${name}.yaml`, import.meta.url), 'utf8'),
  );
  const whole = example.join('---\n');
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.nat(3),
      fc.constantFrom('', 'x', '"', ':'),
      (at, cut, by) => {
        const text = whole.slice(0, at) + by + whole.slice(at + cut);
        const before = validateFiles([{ name: 'f.yaml', text }]).problems;
        const { codes, fixed } = mend(text);
        if (fixed === 0) return;
        const yaml = (list: readonly string[]) => list.filter((code) => code === 'E_YAML').length;
        expect(yaml(codes)).toBeLessThanOrEqual(yaml(before.map(({ code }) => code)));
      },
    ),
    { numRuns: 200 },
  );
});
