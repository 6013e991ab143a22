/** Commands of ipvsadm: options of each flavour, endpoints, and whose ipvsadm it is. */
import { describe, expect, it } from 'vitest';
import { FLAVOURS, type Flavour } from '../../dialects/flavour.ts';
import { serviceKey } from '../../dialects/ipvsadm/command.ts';
import { detectFlavour } from '../../dialects/ipvsadm/detect-flavour.ts';
import { parseCommand } from '../../dialects/ipvsadm/parse-command.ts';
import { readSave } from '../../dialects/ipvsadm/read-save.ts';
import { readScriptLines } from '../../dialects/shell/read-lines.ts';
import { fixture } from './kit.ts';

const words = (text: string) => readScriptLines({ file: 'c', text }).commands[0]?.words ?? [];
const parse = (text: string, flavour: Flavour = 'stock') => parseCommand(words(text), flavour);
const options = (text: string, flavour: Flavour = 'stock') =>
  parse(text, flavour).command?.options.map(({ name, value }) => [name, value?.text ?? '']);
const codes = (text: string, flavour: Flavour = 'stock') =>
  parse(text, flavour).findings.map(({ code }) => code);
const detect = (text: string) =>
  detectFlavour(
    readScriptLines({ file: 'c', text }).commands.map((command) =>
      command.words[0]?.text === 'ipvsadm' ? command.words.slice(1) : command.words,
    ),
  );

describe('a command', () => {
  it('may be written by letters, bundled letters and long names', () => {
    const expected = [
      ['tcp-service', '10.0.0.1:80'],
      ['scheduler', 'rr'],
    ];
    for (const text of [
      '-A -t 10.0.0.1:80 -s rr',
      '-At 10.0.0.1:80 -s rr',
      '-At10.0.0.1:80 -srr',
      '--add-service --tcp-service 10.0.0.1:80 --scheduler=rr',
      '--add-service --tcp-service=10.0.0.1:80 -s rr',
    ]) {
      expect(options(text)).toEqual(expected);
      expect(codes(text)).toEqual([]);
    }
  });

  it('takes a time after -p, or none', () => {
    expect(options('-A -t 10.0.0.1:0 -p 600')?.at(-1)).toEqual(['persistent', '600']);
    expect(options('-A -t 10.0.0.1:0 -p -s rr')?.at(1)).toEqual(['persistent', '']);
  });

  it('has endpoints of both families, with names of ports', () => {
    const service = (text: string) => {
      const found = parse(text).command?.service;
      return found && serviceKey(found);
    };
    expect(service('-A -t 10.0.0.1:http')).toBe('tcp 10.0.0.1 80');
    expect(service('-A -u [2001:0::201]:domain')).toBe('udp 2001::201 53');
    expect(service('-A -f 7 -6')).toBe('fwmark 7 true');
    expect(codes('-A -t www.example.org:80')).toEqual(['E_ENDPOINT']);
    expect(codes('-A -t 10.0.0.1:70000')).toEqual(['E_ENDPOINT']);
  });

  it('with the dashes of a word processor is read, and each is reported with a fix', () => {
    const { command, findings } = parse('\u2013A \u2013t 0.0.0.0:0 \u2013s rr', 'dsnat');
    expect(command?.name).toBe('add-service');
    expect(findings.map(({ code, column, fix }) => [code, column, fix?.edits[0]?.text])).toEqual([
      ['W_DASH', 1, '-A'],
      ['W_DASH', 4, '-t'],
      ['W_DASH', 17, '-s'],
    ]);
  });

  it('that is wrong is said to be wrong, with the place', () => {
    expect(codes('-A -s rr')).toEqual(['E_OPTION_MISSING']);
    expect(codes('-t 10.0.0.1:80')).toEqual(['E_COMMAND_MISSING']);
    expect(codes('-A -D -t 10.0.0.1:80')).toEqual(['E_COMMAND_TWICE']);
    expect(codes('-D -t 10.0.0.1:80 -s rr')).toEqual(['E_OPTION_MISPLACED']);
    expect(codes('-A -t 10.0.0.1:80 -s')).toEqual(['E_OPTION_VALUE']);
    const [unknown] = parse('--add-servce -t 10.0.0.1:80').findings;
    expect(unknown?.hint).toBe('did you mean --add-service?');
  });
});

describe('the same letter in the flavours', () => {
  const reads = (text: string) => FLAVOURS.filter((flavour) => codes(text, flavour).length === 0);

  it('is read by the table of the flavour', () => {
    expect(reads('-a -t 1.1.1.1:80 -r 2.2.2.2:80 -b')).toEqual([
      'alibaba',
      'dsnat',
      'lvs-snat-v1',
      'lvs-snat-v2',
      'dpvs',
    ]);
    expect(options('-A -t 1.1.1.1:80 -b sh-port')?.at(-1)).toEqual(['sched-flags', 'sh-port']);
    expect(reads('-P -t 1.1.1.1:80 -z 3.3.3.3')).toEqual(['alibaba', 'lvs-snat-v1', 'lvs-snat-v2']);
    expect(reads('-P -t 1.1.1.1:80 -z 3.3.3.3 -F dpdk0')).toEqual(['dpvs']);
    expect(reads('-P --zone 1.1.0.0/16 -z 3.3.3.3')).toEqual(['dsnat']);
    expect(reads('-U --zone 1.1.0.0/16 -z 3.3.3.3')).toEqual(['lvs-snat-v1']);
    expect(reads('-K --zone 1.1.0.0/255.255.0.0')).toEqual(['dsnat', 'lvs-snat-v1']);
    expect(reads('-K -f 1 -F 10.0.0.0/8 -U 1.1.1.1-1.1.1.2')).toEqual(['lvs-snat-v2']);
    expect(reads('-U -t 1.1.1.1:80 -k 4.4.4.4')).toEqual(['dpvs']);
    expect(reads('-V --zone 1.1.0.0/16')).toEqual(['dsnat', 'lvs-snat-v1']);
    expect(reads('-A -t 1.1.1.1:80 -V 60')).toEqual(['alibaba']);
    expect(reads('-G -t 1.1.1.1:80')).toEqual(['alibaba', 'lvs-snat-v1', 'lvs-snat-v2', 'dpvs']);
    expect(reads('-A -t 1.1.1.1:80 -j enable')).not.toContain('stock');
  });
});

describe('whose ipvsadm it is', () => {
  it('is found from the documents by evidence', () => {
    expect(detect(fixture('004-dsnat/rules.sh')).candidates).toEqual(['dsnat']);
    expect(detect(fixture('001-lvs-snat/snat.sh')).candidates).toEqual(['lvs-snat-v1']);
    const evidence = detect('ipvsadm -U --zone 1.1.0.0/16 -z 3.3.3.3').evidence;
    expect(evidence.map(({ flavour }) => flavour)).toContain('dpvs');
  });

  it('does not matter where all that can read it read the same', () => {
    const { flavour, findings, candidates } = detect('ipvsadm -A -t 1.1.1.1:80 -s rr');
    expect(candidates).toHaveLength(6);
    expect(flavour).toBe('stock');
    expect(findings).toEqual([]);
  });

  it('is never guessed where it matters', () => {
    // A server without a port gets that of the service, or port 0 from newer versions of DPVS.
    const portless = 'ipvsadm -A -t 1.1.1.1:80 -s rr\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2 -b';
    expect(detect(portless).findings.map(({ code, line }) => [code, line])).toEqual([
      ['E_FLAVOUR_AMBIGUOUS', 2],
    ]);
    expect(detect(portless).flavour).toBeUndefined();
    expect(detect(`${portless}\nipvsadm -K --zone 1.0.0.0/8`).findings).toEqual([]);
  });

  it('is nobody\u2019s when no single tool has all of the options', () => {
    const text = 'ipvsadm -A -t 1.1.1.1:80 -V 60\nipvsadm -U --zone 1.0.0.0/8 -z 3.3.3.3';
    expect(detect(text).findings.map(({ code }) => code)).toEqual(['E_FLAVOUR_UNKNOWN']);
    expect(detect(text).flavour).toBeUndefined();
  });
});

describe('a save', () => {
  it('is read with or without the name of the program, comments kept', () => {
    const text =
      '# all\n-A -t 10.0.0.1:80 -s rr\nipvsadm -a -t 10.0.0.1:80 -r 10.1.1.1:80 -m # one\n';
    const { commands, findings, flavour } = readSave({ file: 's', text });
    expect(findings).toEqual([]);
    expect(flavour).toBe('stock');
    expect(commands.map(({ name }) => name)).toEqual(['add-service', 'add-server']);
    expect(commands[0]?.leading[0]?.text).toBe('all');
    expect(commands[1]?.trailing?.text).toBe('one');
    expect(commands[1]?.server).toMatchObject({ address: '10.1.1.1', port: 80 });
    expect(commands[1]?.span).toMatchObject({ line: 3, column: 9 });
  });
});
