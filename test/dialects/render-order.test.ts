/**
 * The order of a list of commands, held by a table that does what the tools do: it refuses what
 * rests on something that is not there, and takes nothing away that something still rests on. A
 * list and then its undo leave nothing behind.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDpip } from '../../dialects/dpip/parse-statement.ts';
import { FLAVOURS, type Flavour } from '../../dialects/flavour.ts';
import { serviceKey } from '../../dialects/ipvsadm/command.ts';
import { parseCommand } from '../../dialects/ipvsadm/parse-command.ts';
import { renderNode } from '../../dialects/render/render-node.ts';
import { hostSettingsOf } from '../../dialects/shell/host-setting.ts';
import { readScriptLines } from '../../dialects/shell/read-lines.ts';
import type { ShellCommand } from '../../dialects/shell/script.ts';
import { formatNetwork } from '../../dialects/text/network.ts';
import { drawnFleet, viewsOf } from './render-fleets.ts';

/** What is there: a service, and what belongs to it. */
class Table {
  readonly owners = new Map<string, Set<string>>();
  readonly loose = new Set<string>();
  readonly wrong: string[] = [];

  run(command: ShellCommand, flavour: Flavour): void {
    const text = command.words.map((word) => word.text).join(' ');
    const program = command.words[0]?.text;
    if (program === 'ipvsadm') this.#ipvsadm(command, flavour, text);
    else if (program === 'dpip') this.#dpip(command, text);
    else this.#host(command, text);
  }

  #dpip({ words }: ShellCommand, text: string): void {
    const { statement } = parseDpip(words.slice(1));
    const body = statement?.body;
    if (body?.object === 'addr') {
      this.#loose(`${body.address} ${body.device.text}`, body.action === 'add', text);
    } else if (body?.object === 'route') {
      const key = `route ${statement?.family} ${body.destination.text}`;
      this.#loose(key, body.action === 'add', text);
    } else throw new Error(`not read: ${text}`);
  }

  #host(command: ShellCommand, text: string): void {
    const [setting] = hostSettingsOf(command);
    if (setting?.kind === 'address') {
      this.#loose(`${setting.address} ${setting.device}`, !setting.isRemoved, text);
    } else if (setting?.kind === 'route') {
      this.#loose(`route ${setting.destination}`, !setting.isRemoved, text);
    } else if (setting?.kind === 'sysctl') this.#loose(setting.key, setting.value === '1', text);
    else throw new Error(`not read: ${text}`);
  }

  #loose(key: string, isAdded: boolean, text: string): void {
    if (this.loose.has(key) === isAdded) this.wrong.push(text);
    if (isAdded) this.loose.add(key);
    else this.loose.delete(key);
  }

  #ipvsadm({ words }: ShellCommand, flavour: Flavour, text: string): void {
    const { command } = parseCommand(words.slice(1), flavour);
    if (command === undefined) throw new Error(`not read: ${text}`);
    const { name, service, zone, commandValue } = command;
    if (commandValue !== undefined) {
      this.#loose(`sync ${commandValue.text}`, name === 'start-daemon', text);
      return;
    }
    const owner = zone === undefined ? service && serviceKey(service) : formatNetwork(zone.network);
    const isAdded = name.startsWith('add-');
    if (owner === undefined) throw new Error(`of nothing: ${text}`);
    const parts = this.owners.get(owner);
    if (/^(add|delete|del)-(service|zone)$/.test(name)) {
      // Nothing may be left of what is taken away, and nothing is made twice.
      const fits = isAdded ? parts === undefined : parts?.size === 0;
      if (fits !== true) this.wrong.push(text);
      if (isAdded) this.owners.set(owner, new Set());
      else this.owners.delete(owner);
      return;
    }
    const what = command.options
      .filter((one) => !['weight', 'u-threshold', 'l-threshold'].includes(one.name))
      .map((one) => `${one.name}=${one.value?.text ?? ''}`)
      .filter((one) => !/^(masquerading|gatewaying|ipip|fullnat|snat)=/.test(one));
    const part = what.join(' ');
    if (parts === undefined || parts.has(part) === isAdded) this.wrong.push(text);
    if (isAdded) parts?.add(part);
    else parts?.delete(part);
  }
}

const linesOf = (text: string) => readScriptLines({ file: 'list', text }).commands;

describe.each([
  ...FLAVOURS.map((flavour) => ({ kind: 'commands', flavour }) as const),
  { kind: 'dpip', flavour: 'dpvs' } as const,
])('the list of $kind of $flavour', (target) => {
  it('rests on nothing that comes later, and its undo takes back all of it', () => {
    fc.assert(
      fc.property(drawnFleet(target.flavour), (fleet) => {
        for (const view of viewsOf(fleet)) {
          const table = new Table();
          const made = linesOf(renderNode(view, target).text);
          for (const line of made) table.run(line, target.flavour);
          expect(table.wrong).toEqual([]);
          expect(table.owners.size + table.loose.size > 0).toBe(made.length > 0);
          const undone = linesOf(renderNode(view, target, true).text);
          for (const line of undone) table.run(line, target.flavour);
          expect(table.wrong).toEqual([]);
          expect([...table.owners.keys(), ...table.loose]).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('puts VIPs on when their services are there', () => {
    fc.assert(
      fc.property(drawnFleet(target.flavour), (fleet) => {
        for (const view of viewsOf(fleet)) {
          const vips = new Set(view.services.flatMap(({ spec }) => spec.vips));
          const lines = linesOf(renderNode(view, target).text);
          const first = lines.findIndex(({ words }) =>
            words.some(({ text }) => vips.has(text.replace(/\/\d+$/, ''))),
          );
          if (first < 0) continue;
          const programs = lines.slice(first).map(({ words }) => words[0]?.text);
          expect(programs).not.toContain('ipvsadm');
        }
      }),
      { numRuns: 25 },
    );
  });
});
