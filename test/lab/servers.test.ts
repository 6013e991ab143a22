import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { freePort } from '../../lab/servers/free-port.ts';
import { isListening } from '../../lab/servers/listening.ts';

describe('a free port', () => {
  test('lies below the ephemeral range and is never given twice', async () => {
    const range = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8');
    const ports = await Promise.all(Array.from({ length: 200 }, () => freePort()));
    expect(new Set(ports).size).toBe(ports.length);
    expect(Math.max(...ports)).toBeLessThan(Number.parseInt(range, 10));
  });

  test('can be listened on, and a listener is seen as this process', async () => {
    const port = await freePort('::1');
    expect(await isListening(process.pid, port)).toBe(false);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen({ port, host: '::1' }, resolve));
    expect(await isListening(process.pid, port)).toBe(true);
    expect(await isListening(process.ppid, port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isListening(process.pid, port)).toBe(false);
  });

  test('of an address that the machine does not have is an error, not a guess', async () => {
    await expect(freePort('192.0.2.1')).rejects.toMatchObject({ code: 'E_LAB' });
  });
});
