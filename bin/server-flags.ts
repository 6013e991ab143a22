/**
 * Which servers a service talks to and who it is to them, as flags. Secrets are named by file,
 * never given: nothing of them stands in argv, in the environment or in a log.
 */
import { type Command, Option } from 'commander';
import type { BusCredentials, BusTls } from '../bus/credentials.ts';
import type { EtcdCredentials } from '../store/etcd/client.ts';

export interface EtcdFlags {
  readonly etcd: readonly string[];
  readonly etcdCa?: string;
  readonly etcdCert?: string;
  readonly etcdKey?: string;
  readonly etcdUser?: string;
  readonly etcdPasswordFile?: string;
}

export interface ServerFlags extends EtcdFlags {
  readonly nats: readonly string[];
  readonly natsCa?: string;
  readonly natsCert?: string;
  readonly natsKey?: string;
  readonly natsCreds?: string;
}

const list = (text: string) => text.split(',').filter((part) => part !== '');
const file = (flag: string, what: string, variable: string) =>
  new Option(`${flag} <file>`, what).env(variable);

export function addEtcdFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--etcd <urls>', 'etcd members, comma-separated; https:// for TLS')
        .default(['http://127.0.0.1:2379'], 'http://127.0.0.1:2379')
        .env('SLUICE_ETCD')
        .argParser(list),
    )
    .addOption(file('--etcd-ca', 'CA of the etcd members, PEM', 'SLUICE_ETCD_CA'))
    .addOption(file('--etcd-cert', 'client certificate for etcd, PEM', 'SLUICE_ETCD_CERT'))
    .addOption(file('--etcd-key', 'its private key, PEM', 'SLUICE_ETCD_KEY'))
    .addOption(new Option('--etcd-user <name>', 'user in etcd').env('SLUICE_ETCD_USER'))
    .addOption(file('--etcd-password-file', 'file with the password', 'SLUICE_ETCD_PASSWORD_FILE'));
}

export function addServerFlags(command: Command): Command {
  return addEtcdFlags(command)
    .addOption(
      new Option('--nats <urls>', 'NATS servers, comma-separated; tls:// for TLS')
        .default(['nats://127.0.0.1:4222'], 'nats://127.0.0.1:4222')
        .env('SLUICE_NATS')
        .argParser(list),
    )
    .addOption(file('--nats-ca', 'CA of the NATS servers, PEM', 'SLUICE_NATS_CA'))
    .addOption(file('--nats-cert', 'client certificate for NATS, PEM', 'SLUICE_NATS_CERT'))
    .addOption(file('--nats-key', 'its private key, PEM', 'SLUICE_NATS_KEY'))
    .addOption(file('--nats-creds', 'user JWT and seed, as nsc writes it', 'SLUICE_NATS_CREDS'));
}

/** For openStore. */
export function etcdOptions(flags: EtcdFlags): {
  readonly endpoints: readonly string[];
  readonly credentials?: EtcdCredentials;
} {
  const { etcd: endpoints, etcdCa: caFile, etcdCert: certFile, etcdKey: keyFile } = flags;
  const { etcdUser: user, etcdPasswordFile: passwordFile } = flags;
  const credentials = { caFile, certFile, keyFile, user, passwordFile };
  const isNamed = Object.values(credentials).some((value) => value !== undefined);
  return isNamed ? { endpoints, credentials } : { endpoints };
}

/** For openAgentBus and openControlBus. */
export function natsOptions(flags: ServerFlags): {
  readonly servers: readonly string[];
  readonly credentials?: BusCredentials;
  readonly tls?: BusTls;
} {
  const { nats: servers, natsCa: caFile, natsCert: certFile, natsKey: keyFile } = flags;
  const tls = { caFile, certFile, keyFile };
  const hasTls = Object.values(tls).some((value) => value !== undefined);
  return {
    servers,
    ...(hasTls ? { tls } : {}),
    ...(flags.natsCreds === undefined
      ? {}
      : { credentials: { type: 'creds', file: flags.natsCreds } }),
  };
}
