/**
 * What a fleet can be rendered to. A dialect is a kind of file and whose tools it is for; for lists
 * of commands the tools are said apart, because one letter of ipvsadm means different things.
 */
import type { DataplaneName } from '../../schemas/capabilities.ts';
import type { Flavour } from '../flavour.ts';

export const RENDER_DIALECTS = [
  'keepalived',
  'alibaba',
  'dsnat',
  'lvs-snat-v1',
  'lvs-snat-v2',
  'dpvs',
  'ipvsadm-save',
  'ipvsadm',
  'dpip',
  'dpvs-conf',
] as const;
export type RenderDialect = (typeof RENDER_DIALECTS)[number];

export type FileKind = 'keepalived' | 'save' | 'commands' | 'dpip' | 'dpvs-conf';

export interface Target {
  readonly kind: FileKind;
  readonly flavour: Flavour;
}

/**
 * The kind of file and the tools. `flavour` is heard by `ipvsadm` alone; without it the dataplane
 * decides: undefined where that has tools of several makers.
 */
export function targetOf(
  dialect: RenderDialect,
  flavour: Flavour | undefined,
  dataplane: DataplaneName,
): Target | undefined {
  switch (dialect) {
    case 'keepalived':
      return { kind: 'keepalived', flavour: 'stock' };
    case 'ipvsadm-save':
      return { kind: 'save', flavour: 'stock' };
    case 'dpip':
      return { kind: 'dpip', flavour: 'dpvs' };
    case 'dpvs-conf':
      return { kind: 'dpvs-conf', flavour: 'dpvs' };
    case 'ipvsadm': {
      const known = flavour ?? toolsOf(dataplane);
      return known === undefined ? undefined : { kind: 'commands', flavour: known };
    }
    default:
      return { kind: 'keepalived', flavour: dialect };
  }
}

function toolsOf(dataplane: DataplaneName): Flavour | undefined {
  if (dataplane === 'lvs-fork') return undefined;
  return dataplane === 'dpvs' ? 'dpvs' : 'stock';
}

/** Which entry of CAPABILITIES says what the kernel behind the tools can do. */
export function dataplaneOf(flavour: Flavour): DataplaneName {
  if (flavour === 'stock') return 'ipvs';
  return flavour === 'dpvs' ? 'dpvs' : 'lvs-fork';
}

const FILE_NAMES: Readonly<Record<FileKind, string>> = {
  keepalived: 'keepalived.conf',
  save: 'ipvsadm.rules',
  commands: 'ipvsadm.sh',
  dpip: 'dpip.sh',
  'dpvs-conf': 'dpvs.conf',
};

/** `lb1.keepalived.conf`. */
export function fileNameOf(node: string, { kind }: Target, isUndo: boolean): string {
  const name = FILE_NAMES[kind];
  return `${node}.${isUndo ? name.replace('.sh', '.undo.sh') : name}`;
}

/** Lists of commands are what can be taken back. */
export function hasUndo({ kind }: Target): boolean {
  return kind === 'commands' || kind === 'dpip';
}
