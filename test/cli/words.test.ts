import { describe, expect, test } from 'vitest';
import { defaultApi, parseApiAddress } from '../../cli/api-address.ts';
import { durationText, parseDuration, timeText } from '../../cli/duration.ts';
import { KINDS_HELP, parseTarget } from '../../cli/target.ts';
import { KINDS } from '../../schemas/resources/resource.ts';

const usage = expect.objectContaining({ code: 'E_USAGE' });

describe('the address of the API', () => {
  const lab = (name: string) => ({ name, api: `unix:/labs/${name}/api.sock` });
  test.each([
    [
      'SLUICE_API above all',
      { SLUICE_API: 'http://h:1', XDG_RUNTIME_DIR: '/run/u' },
      ['/run/u/sluice/api.sock'],
      [],
      'http://h:1',
    ],
    [
      'the socket of this person',
      { XDG_RUNTIME_DIR: '/run/u' },
      ['/run/u/sluice/api.sock', '/run/sluice/api.sock'],
      [lab('a')],
      'unix:/run/u/sluice/api.sock',
    ],
    [
      'the socket of the machine',
      { XDG_RUNTIME_DIR: '/run/u' },
      ['/run/sluice/api.sock'],
      [lab('a')],
      'unix:/run/sluice/api.sock',
    ],
    ['the only lab', {}, [], [lab('a')], 'unix:/labs/a/api.sock'],
    [
      'where a server would be, when there is none',
      { XDG_RUNTIME_DIR: '/run/u' },
      [],
      [],
      'unix:/run/u/sluice/api.sock',
    ],
    [
      'the same without a runtime folder',
      { XDG_RUNTIME_DIR: 'relative' },
      [],
      [],
      'unix:/run/sluice/api.sock',
    ],
  ])('is %s', (_, env: Record<string, string>, there: string[], labs, wanted) => {
    expect(defaultApi({ env, exists: (path) => there.includes(path), labs: () => labs })).toBe(
      wanted,
    );
  });

  test('is asked for when several labs are up', () => {
    const labs = () => [lab('a'), lab('b')];
    expect(() => defaultApi({ env: {}, exists: () => false, labs })).toThrow(usage);
  });

  test.each([
    ['unix:/a/b.sock', { socketPath: '/a/b.sock' }],
    ['/a/b.sock', { socketPath: '/a/b.sock' }],
    ['http://127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
    ['http://[::1]:8080/', { host: '::1', port: 8080 }],
    ['http://host', { host: 'host', port: 80 }],
  ])('%s is understood', (text, wanted) => {
    expect(parseApiAddress(text)).toMatchObject(wanted);
  });

  test.each(['', 'host:80', 'unix:relative', 'https://h', 'http://h/path', 'ftp://h'])(
    '"%s" is refused',
    (text) => {
      expect(() => parseApiAddress(text)).toThrow(usage);
    },
  );
});

describe('a kind', () => {
  test.each([
    ['vs/web', 'VirtualService', 'web'],
    ['VirtualService/web', 'VirtualService', 'web'],
    ['virtualservices', 'VirtualService', undefined],
    ['services/web', 'VirtualService', 'web'],
    ['RS', 'RealServer', undefined],
    ['nodes', 'Node', undefined],
    ['vrrp/front4', 'VrrpInstance', 'front4'],
    ['pool', 'LocalAddressPool', undefined],
    ['lips', 'LocalAddressPool', undefined],
    ['snat/out', 'SnatGateway', 'out'],
    ['policies', 'RolloutPolicy', undefined],
    ['rolloutpolicies/careful', 'RolloutPolicy', 'careful'],
  ])('%s is understood', (text, kind, name) => {
    expect(parseTarget(text)).toEqual({ kind, name });
  });

  test.each(['pods', 'vs/', '/web', ''])('"%s" is refused', (text) => {
    expect(() => parseTarget(text)).toThrow(usage);
  });

  test.each(KINDS)('%s is in the help, and can be named in full', (kind) => {
    expect(KINDS_HELP).toMatch(new RegExp(`^.*\\b${kind}\\b`, 'm'));
    expect(parseTarget(kind).kind).toBe(kind);
    expect(Math.max(...KINDS_HELP.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test('that is misspelt is answered with the nearest', () => {
    expect(() => parseTarget('VirtualServise/web')).toThrow(
      expect.objectContaining({ hint: 'did you mean VirtualService?' }),
    );
  });
});

describe('a duration', () => {
  test.each([
    ['500ms', 500],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
  ])('%s is read', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(['', '5', 'm', '5 m', '-5s', '1h x'])('"%s" is refused', (text) => {
    expect(() => parseDuration(text)).toThrow(usage);
  });

  test.each([
    [-5, '0 ms'],
    [450, '450 ms'],
    [12_340, '12.3 s'],
    [250_000, '4 m 10 s'],
    [7_500_000, '2 h 5 m'],
  ])('%d ms is said as %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  test('a time is said in UTC', () => {
    expect(timeText(0)).toBe('1970-01-01 00:00:00Z');
  });
});
