/**
 * Directors of a fleet in one dialect, each by itself, in the order of clusters and names. Pure.
 */
import type { FleetIndex, Located } from '../../schemas/validation/fleet-index.ts';
import type { Flavour } from '../flavour.ts';
import { fileNameOf, hasUndo, type RenderDialect, type Target, targetOf } from './dialect.ts';
import { byName, nodeView } from './node-view.ts';
import type { Remark } from './remark.ts';
import { renderNode } from './render-node.ts';

export interface RenderedFile {
  readonly node: string;
  readonly cluster: string;
  /** `lb1.keepalived.conf`. */
  readonly name: string;
  readonly text: string;
  readonly refusals: readonly Remark[];
  readonly notes: readonly Remark[];
}

export interface RenderOptions {
  readonly dialect: RenderDialect;
  /** Whose ipvsadm; the dataplane of the cluster decides when absent. */
  readonly flavour?: Flavour;
  readonly isUndo?: boolean;
}

/** Why a director cannot be rendered so at all. */
export type RenderFault = { readonly fault: 'flavour' | 'undo'; readonly cluster: string };

export function renderFleet(
  fleet: FleetIndex,
  nodes: readonly Located<'Node'>[],
  options: RenderOptions,
): RenderedFile[] | RenderFault {
  const files: RenderedFile[] = [];
  for (const node of byName(nodes)) {
    const { cluster } = node.resource.spec;
    const owner = fleet.find('Cluster', cluster);
    if (owner === undefined) continue;
    const target = targetOf(options.dialect, options.flavour, owner.resource.spec.dataplane);
    if (target === undefined) return { fault: 'flavour', cluster };
    if (options.isUndo === true && !hasUndo(target)) return { fault: 'undo', cluster };
    files.push(renderOne(fleet, node, target, options.isUndo ?? false));
  }
  return files.sort((a, b) => (a.cluster < b.cluster ? -1 : a.cluster > b.cluster ? 1 : 0));
}

function renderOne(
  fleet: FleetIndex,
  at: Located<'Node'>,
  target: Target,
  isUndo: boolean,
): RenderedFile {
  const { text, remarks } = renderNode(nodeView(fleet, at), target, isUndo);
  const node = at.resource.metadata.name;
  return {
    node,
    cluster: at.resource.spec.cluster,
    name: fileNameOf(node, target, isUndo),
    text,
    refusals: remarks.filter(({ kind }) => kind === 'refusal'),
    notes: remarks.filter(({ kind }) => kind === 'note'),
  };
}
