/** Resources as YAML files, one for each concern, with the comments of their source. */
import { Document, isMap, isScalar, isSeq, type Scalar, visit, type YAMLMap } from 'yaml';
import { API_VERSION, type Kind } from '../../schemas/resources/resource.ts';
import type { CommentBook } from './comments.ts';
import type { Settled } from './settle.ts';

export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/** In the order in which people read them. */
const FILES: readonly (readonly [string, readonly Kind[]])[] = [
  ['cluster.yaml', ['Cluster']],
  ['nodes.yaml', ['Node']],
  ['vrrp.yaml', ['VrrpInstance', 'SyncGroup']],
  ['pools.yaml', ['LocalAddressPool']],
  ['snat.yaml', ['SnatGateway']],
  ['services.yaml', ['VirtualService', 'RealServer']],
];
/** Every file begins with it, so that a later import knows its own. */
export const HEAD = '# Imported from ';
export const FILE_NAMES: readonly string[] = FILES.map(([name]) => name);

/** `sources` names the files that it was all read from. Files without a resource are left out. */
export function writeYaml(
  settled: readonly Settled[],
  comments: CommentBook,
  sources: readonly string[],
): WrittenFile[] {
  const head = `${HEAD}${sources.map(oneLine).join(', ')}.\n`;
  return FILES.flatMap(([name, kinds]) => {
    const own = settled.filter(({ draft }) => kinds.includes(draft.target.kind));
    if (own.length === 0) return [];
    const texts = own.map((one) => documentOf(one, comments));
    return [{ name, text: `${head}${texts.map((text) => `---\n${text}`).join('')}` }];
  });
}

const oneLine = (text: string) => text.replaceAll(/\p{Cc}+/gu, ' ');

function documentOf({ draft, spec }: Settled, comments: CommentBook): string {
  const { kind, name } = draft.target;
  const document = new Document({ apiVersion: API_VERSION, kind, metadata: { name }, spec });
  const root = document.contents as YAMLMap;
  for (const [path, lines] of comments.get(draft.target.final()) ?? []) {
    attach(root, path, lines.map((line) => ` ${line}`).join('\n'));
  }
  visit(document, {
    Seq: (_, node) => {
      const isPlain = node.items.every((item) => isScalar(item) && item.commentBefore == null);
      if (isPlain) node.flow = true;
    },
    Map: (key, node, parents) => {
      const owner = parents.at(-1);
      const isItem = isSeq(owner) && typeof key === 'number';
      const isFlat = node.items.every(
        (pair) => isScalar(pair.value) && (pair.key as Scalar).commentBefore == null,
      );
      if (isItem && isFlat) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Above the field, above the item of a list, else above the whole resource. */
function attach(root: YAMLMap, path: string, text: string): void {
  const [, field, index] = /^spec\.(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
  const spec = root.get('spec', true);
  const pair = isMap(spec)
    ? spec.items.find(({ key }) => isScalar(key) && key.value === field)
    : undefined;
  const item =
    isSeq(pair?.value) && index !== undefined ? pair.value.items[Number(index)] : undefined;
  if (isMap(item)) item.commentBefore = joined(item.commentBefore, text);
  else if (pair !== undefined) {
    const key = pair.key as Scalar;
    key.commentBefore = joined(key.commentBefore, text);
  } else root.commentBefore = joined(root.commentBefore, text);
}

function joined(before: string | null | undefined, text: string): string {
  return before == null ? text : `${before}\n${text}`;
}
