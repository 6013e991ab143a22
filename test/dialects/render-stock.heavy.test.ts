/**
 * What is rendered for stock passes `keepalived -t` of the keepalived that is installed: drawn
 * fleets and the examples. The daemon is only asked to test the file; exit codes: 0 clean, 5
 * findings. Interfaces have to exist, so it runs in a network namespace that has them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NodeView, nodeView } from '../../dialects/render/node-view.ts';
import { renderNode } from '../../dialects/render/render-node.ts';
import { indexFleet } from '../../schemas/validation/fleet-index.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { anyValues, drawnFleet, viewsOf } from './render-fleets.ts';

const folder = tempDir('render');
const namespace = `sluice-render-${process.pid}`;
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

beforeAll(() => {
  execFileSync('ip', ['netns', 'add', namespace]);
  for (const [link, peer] of [
    ['f0', 'bk0'],
    ['eth0', 'eth1'],
  ] as const) {
    const pair = [link, 'type', 'veth', 'peer', 'name', peer];
    execFileSync('ip', ['-n', namespace, 'link', 'add', ...pair]);
    for (const device of [link, peer]) {
      execFileSync('ip', ['-n', namespace, 'link', 'set', device, 'up']);
    }
  }
});

afterAll(() => {
  execFileSync('ip', ['netns', 'del', namespace]);
});

/** What is refused for stock is left out, the rest has to stand. */
function expectTaken(view: NodeView): void {
  const { text } = renderNode(view, { kind: 'keepalived', flavour: 'stock' });
  const file = join(folder, 'keepalived.conf');
  writeFileSync(file, text, { mode: 0o600 });
  const run = ['netns', 'exec', namespace, 'keepalived', '-t', '-f', file];
  const { status, stdout, stderr } = spawnSync('ip', run, { encoding: 'utf8', timeout: 30_000 });
  expect(status, `${stdout}${stderr}${text}`).toBe(0);
}

describe('the installed keepalived', () => {
  it('takes every director of drawn fleets', () => {
    fc.assert(
      fc.property(drawnFleet('stock'), (fleet) => {
        for (const view of viewsOf(fleet)) expectTaken(view);
      }),
      { numRuns: 40 },
    );
  });

  it('takes services of any values', () => {
    fc.assert(
      fc.property(anyValues, (fleet) => {
        for (const view of viewsOf(fleet)) expectTaken(view);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['fullnat', 'fullnat6', 'snat', 'seeds/nat-keepalived/pair/resources'])(
    'takes the directors of examples/%s',
    (example) => {
      const names = readdirSync(join(EXAMPLES, example)).filter((name) => name.endsWith('.yaml'));
      const files = names.map((name) => {
        return { name, text: readFileSync(join(EXAMPLES, example, name), 'utf8') };
      });
      const { resources, broken } = parseFiles(files);
      const fleet = indexFleet(resources, broken);
      const nodes = fleet.all('Node');
      expect(nodes.length).toBeGreaterThan(1);
      for (const node of nodes) expectTaken(nodeView(fleet, node));
    },
  );
});
