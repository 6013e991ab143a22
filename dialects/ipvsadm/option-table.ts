/**
 * Which options an ipvsadm knows, as data: one table for each flavour, for the same letter means
 * different things in them. A table is made of lists `letter:name` with `=` behind the name of an
 * option that takes a value and `?` of one that may.
 */
export interface OptionSpec {
  /** The long name; the name of the option wherever the flavour is known. */
  readonly name: string;
  /** '' when there is only a long name. */
  readonly letter: string;
  readonly value: 'none' | 'required' | 'optional';
  readonly isCommand: boolean;
}

/** What a command needs, and what it takes besides; `service` is any option that names one. */
export interface CommandRule {
  readonly needs: readonly string[];
  readonly takes: ReadonlySet<string>;
}

export interface OptionTable {
  readonly byLetter: ReadonlyMap<string, OptionSpec>;
  readonly byName: ReadonlyMap<string, OptionSpec>;
  readonly rules: ReadonlyMap<string, CommandRule>;
}

export interface OptionLists {
  readonly commands: string;
  readonly options: string;
  /** Command to what it needs and, behind `|`, what it takes. */
  readonly rules: Readonly<Record<string, string>>;
}

export function optionTable(...lists: readonly OptionLists[]): OptionTable {
  const byLetter = new Map<string, OptionSpec>();
  const byName = new Map<string, OptionSpec>();
  const rules = new Map<string, CommandRule>();
  for (const list of lists) {
    for (const [text, isCommand] of [
      [list.commands, true],
      [list.options, false],
    ] as const) {
      for (const entry of words(text)) {
        const spec = readSpec(entry, isCommand);
        if (spec.letter !== '') byLetter.set(spec.letter, spec);
        byName.set(spec.name, spec);
      }
    }
    for (const [command, text] of Object.entries(list.rules)) {
      const [needs = '', takes = ''] = text.split('|');
      const known = rules.get(command);
      rules.set(command, {
        needs: [...(known?.needs ?? []), ...words(needs)],
        takes: new Set([...(known?.takes ?? []), ...words(takes)]),
      });
    }
  }
  return { byLetter, byName, rules };
}

/** Options that name a service: one of them fills the need `service`. */
export const SERVICE_OPTIONS: ReadonlySet<string> = new Set([
  'tcp-service',
  'udp-service',
  'sctp-service',
  'icmp-service',
  'icmpv6-service',
  'fwmark-service',
  'match',
]);

function readSpec(entry: string, isCommand: boolean): OptionSpec {
  const [letter = '', rest = ''] = entry.split(':');
  const mark = rest.at(-1);
  const value = mark === '=' ? 'required' : mark === '?' ? 'optional' : 'none';
  return { name: rest.replace(/[=?]$/, ''), letter, value, isCommand };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
