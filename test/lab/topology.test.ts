import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCommands, powerOnCommands, removeCommands } from '../../lab/topology/commands.ts';
import {
  defaultTopology,
  type LabTopology,
  machines,
  topologyProblems,
} from '../../lab/topology/topology.ts';

const sizes = fc.record({
  directors: fc.nat(9),
  realServers: fc.nat(9),
  clients: fc.nat(9),
});

/** What stands behind a word in each command that has it. */
function argumentsOf(commands: readonly (readonly string[])[], word: string): string[] {
  return commands.flatMap((command) => {
    const at = command.indexOf(word);
    return at < 0 ? [] : [command[at + 1] ?? ''];
  });
}

describe('the default topology', () => {
  test('is the one that the manual names', () => {
    const topology = defaultTopology();
    expect(machines(topology).map(({ name }) => name)).toEqual(['lb1', 'lb2', 'rs1', 'rs2', 'c1']);
    const addresses = (name: string) =>
      machines(topology)
        .find((machine) => machine.name === name)
        ?.links.flatMap((link) => link.addresses);
    expect(addresses('lb2')).toEqual([
      '10.99.0.12/24',
      'fd99::12/64',
      '10.98.0.12/24',
      'fd98::12/64',
      '10.97.0.12/24',
    ]);
    expect(addresses('rs1')).toContain('10.98.0.21/24');
    expect(addresses('c1')).toEqual(['10.99.0.10/24', 'fd99::10/64']);
    expect(topology.hub.links[0]?.addresses).toEqual(['10.97.0.1/24']);
  });

  test('can be built in every size', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        expect(topologyProblems(defaultTopology(size))).toEqual([]);
      }),
    );
  });

  test('is refused where the addresses would run out', () => {
    expect(() => defaultTopology({ directors: 10 })).toThrow('0 to 9 machines');
  });
});

describe('the problems of a topology', () => {
  test('are listed all at once', () => {
    const base = defaultTopology();
    const link = { name: 'f0', network: 'nowhere', addresses: ['10.99.0.11/24'] };
    const topology: LabTopology = {
      ...base,
      clients: [
        { name: 'lb1', links: [link] },
        {
          name: 'Client',
          links: [{ name: 'a-link-with-a-long-name', network: 'front', addresses: [] }],
        },
        { name: 'sw', links: [] },
      ],
    };
    expect(topologyProblems(topology)).toEqual([
      'two machines are called lb1',
      'machine "Client" is no name',
      'two machines are called sw',
      'lb1: link f0 is in no network (nowhere)',
      'lb1 and lb1 both have 10.99.0.11/24',
      'Client: link "a-link-with-a-long-name" is no interface name',
    ]);
  });
});

describe('the commands', () => {
  test('give every link a port and a hardware address of its own, short enough for Linux', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const topology = defaultTopology(size);
        const commands = buildCommands(topology);
        const links = [topology.hub, ...machines(topology)].flatMap((machine) => machine.links);
        const ports = argumentsOf(commands, 'peer').length;
        expect(ports).toBe(links.length);
        for (const word of ['name', 'address']) {
          const given = argumentsOf(commands, word);
          expect(new Set(given).size).toBe(links.length);
        }
        for (const port of argumentsOf(commands, 'name')) expect(port.length).toBeLessThan(16);
      }),
    );
  });

  test('give a machine the same ports and hardware addresses after a power cycle', () => {
    const topology = defaultTopology();
    for (const machine of machines(topology)) {
      const first = buildCommands(topology).map((command) => command.join(' '));
      for (const command of powerOnCommands(topology, machine)) {
        expect(first).toContain(command.join(' '));
      }
      const made = argumentsOf(powerOnCommands(topology, machine), 'name');
      expect(argumentsOf(removeCommands(topology, machine), 'del').slice(0, -1)).toEqual(made);
    }
  });

  test('set the defaults of a namespace before a link takes them', () => {
    const topology = defaultTopology();
    for (const machine of machines(topology)) {
      const commands = powerOnCommands(topology, machine);
      const lastSysctl = commands.findLastIndex((command) => command.includes('sysctl'));
      const firstLink = commands.findIndex((command) => command.includes('veth'));
      expect(lastSysctl).toBeLessThan(firstLink);
    }
  });

  test('leave forwarding and reverse path checks of directors to their agents', () => {
    const topology = defaultTopology();
    for (const director of topology.directors) {
      const text = powerOnCommands(topology, director).flat().join(' ');
      expect(text).not.toMatch(/forward|rp_filter/);
    }
  });

  test('send answers from the back address through the shared gateway', () => {
    const topology = defaultTopology();
    const [rs1] = topology.realServers;
    if (rs1 === undefined) throw new Error('no real server');
    const lines = powerOnCommands(topology, rs1).map((command) => command.join(' '));
    expect(lines).toContain('ip -n rs1 -4 rule add from 10.98.0.21 lookup 98');
    expect(lines).toContain('ip -n rs1 -4 route add default via 10.98.0.1 dev bk0 table 98');
    expect(lines).toContain('ip -n rs1 -6 route add default via fd98::1 dev bk0 table 98');
  });

  test('put addresses of DR mode on lo', () => {
    const base = defaultTopology();
    const realServers = base.realServers.map((machine) => ({
      ...machine,
      loopback: ['10.99.0.200/32'],
    }));
    const lines = buildCommands({ ...base, realServers }).map((command) => command.join(' '));
    expect(lines).toContain('ip -n rs2 addr add 10.99.0.200/32 dev lo');
  });
});
