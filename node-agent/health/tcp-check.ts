/** A TCP check: the port takes a connection within the timeout. Nothing is sent. */
import { connect } from 'node:net';
import {
  type CheckResult,
  type CheckTarget,
  ofError,
  settleOnce,
  success,
} from './check-result.ts';

export function checkTcp(target: CheckTarget, signal: AbortSignal): Promise<CheckResult> {
  return settleOnce(target, signal, (settle) => {
    const { address: host, port, sourceAddress: localAddress } = target;
    const socket = connect({
      host,
      port,
      autoSelectFamily: false,
      ...(localAddress === undefined ? {} : { localAddress }),
    });
    socket.once('connect', () => settle(success('connected')));
    // Stays for good: an error of a socket that is being closed must not end the agent.
    socket.on('error', (error) => settle(ofError(error)));
    return () => socket.destroy();
  });
}
