/** What a director balances by rules that are not Sluice's, and what a take-over would do. */

import { formatEndpoint } from '../../schemas/address.ts';
import type {
  AdoptPreview,
  FoundRule,
  FoundService,
  TakeOverReply,
  UndoTakeOverReply,
} from '../../schemas/adopt.ts';
import { timeText } from '../duration.ts';
import type { Colors } from '../session.ts';
import { counted } from './counted.ts';

export function adoptPreviewText(preview: AdoptPreview, colors: Colors): string {
  const { node, cluster, services, taken, isReady, fingerprint } = preview;
  const parts: [string, string[]][] = [
    ['Found', services.flatMap(serviceLines)],
    ['Differs from the plan', preview.differences.map(differenceLine)],
    [
      'Cannot become resources',
      preview.leftOut.map(({ key, why }) => colors.yellow(`  ${key}: ${why}`)),
    ],
    ['Not understood, never guessed at', preview.notUnderstood.flatMap(ruleLines)],
    ['Other translation, which stays as it is', preview.egress.flatMap(ruleLines)],
    ['In the way', preview.obstacles.map((why) => colors.red(`  ${why}`))],
    [
      'Last take-over',
      taken === undefined
        ? []
        : [
            `  ${timeText(taken.atMs)}: ${counted(taken.services.length, 'service')}; ` +
              (taken.isUndoable
                ? '--undo puts the old rules back'
                : `no way back: ${taken.reason}`),
          ],
    ],
  ];
  const end =
    services.length === 0
      ? 'Nothing here is balanced by rules of others.'
      : isReady
        ? colors.green(
            `Ready: "sluice adopt ${node} --take-over" (rules ${fingerprint.slice(0, 12)}).`,
          )
        : 'Not ready to be taken over. --resources prints what was found, to be applied first.';
  return [
    `${colors.bold(node)} (${cluster}): ${counted(services.length, 'service')} by foreign rules`,
    ...parts.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : ['', colors.bold(title), ...lines],
    ),
    '',
    end,
  ].join('\n');
}

export function takenOverText(node: string, reply: TakeOverReply, colors: Colors): string {
  const { services, removed, addresses } = reply;
  return [
    ...services.map((key) => `  ${key}`),
    ...removed.map((rule) => colors.dim(`  removed ${rule}`)),
    ...(addresses.length === 0 ? [] : [`  addresses: ${addresses.join(', ')}`]),
    colors.green(`${node}: ${counted(services.length, 'service')} taken over.`),
    `"sluice adopt ${node}" says whether --undo can put the old rules back.`,
  ].join('\n');
}

export function givenBackText(node: string, reply: UndoTakeOverReply, colors: Colors): string {
  const { services, restored } = reply;
  return [
    ...services.map((key) => `  ${key}`),
    ...restored.map((rule) => colors.dim(`  restored ${rule}`)),
    colors.green(`${node}: ${counted(services.length, 'service')} served by the old rules again.`),
  ].join('\n');
}

function serviceLines(service: FoundService): string[] {
  const { key, scheduler, forwarding, localAddresses, masquerade, realServers } = service;
  const lips = masquerade ? ', masquerades' : '';
  const by = localAddresses.length === 0 ? lips : `, by ${localAddresses.join(', ')}`;
  return [
    `  ${key}  ${scheduler} ${forwarding}${by}`,
    ...realServers.map(
      ({ address, port, weight }) => `    ${formatEndpoint(address, port)} weight ${weight}`,
    ),
  ];
}

function differenceLine({ key, what, planned, live }: AdoptPreview['differences'][number]): string {
  return `  ${key} ${what}: planned ${planned || 'absent'}, live ${live || 'absent'}`;
}

const ruleLines = ({ where, rule, why }: FoundRule) => [`  ${where}: ${why}`, `    ${rule}`];
