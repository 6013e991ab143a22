/**
 * Who a program is to NATS. Secrets come from files that are read at each connect, so a rotated
 * one is taken up without a restart and none stands in argv, in the environment or in a log.
 */
import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'nats';
import { credsAuthenticator, nkeyAuthenticator, usernamePasswordAuthenticator } from 'nats';
import { unreachable } from '../schemas/errors.ts';

export type BusCredentials =
  /** A `.creds` file: user JWT and seed, as `nsc` writes it. */
  | { readonly type: 'creds'; readonly file: string }
  /** A file with an NKey seed (`SU...`). */
  | { readonly type: 'nkey'; readonly seedFile: string }
  | { readonly type: 'password'; readonly user: string; readonly passwordFile: string };

/** PEM files; the client's own pair only where the server asks for one. */
export interface BusTls {
  readonly caFile?: string | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
}

/** The part of the connect options that says who we are. Throws when a file cannot be read. */
export function identityOptions(
  credentials: BusCredentials | undefined,
  tls: BusTls | undefined,
): Pick<ConnectionOptions, 'authenticator' | 'tls'> {
  return {
    ...(credentials === undefined ? {} : { authenticator: authenticator(credentials) }),
    ...(tls === undefined ? {} : { tls: tlsOptions(tls) }),
  };
}

function authenticator(
  credentials: BusCredentials,
): NonNullable<ConnectionOptions['authenticator']> {
  switch (credentials.type) {
    case 'creds':
      return credsAuthenticator(() => readFileSync(credentials.file));
    case 'nkey':
      return nkeyAuthenticator(() => Buffer.from(readSecret(credentials.seedFile)));
    case 'password':
      return usernamePasswordAuthenticator(credentials.user, () =>
        readSecret(credentials.passwordFile),
      );
    default:
      return unreachable(credentials);
  }
}

/** Without the newline that editors put at the end. */
function readSecret(file: string): string {
  return readFileSync(file, 'utf8').trimEnd();
}

function tlsOptions(tls: BusTls): NonNullable<ConnectionOptions['tls']> {
  return {
    ...(tls.caFile === undefined ? {} : { caFile: tls.caFile }),
    ...(tls.certFile === undefined ? {} : { certFile: tls.certFile }),
    ...(tls.keyFile === undefined ? {} : { keyFile: tls.keyFile }),
  };
}
