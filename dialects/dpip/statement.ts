/**
 * One command of dpip by its meaning. Objects that carry no configuration which Sluice models
 * (queues, classes, flows) keep their words and nothing else.
 */
import type { Family } from '../../schemas/address.ts';
import type { Comment, Span, Word } from '../text/span.ts';

export type DpipBody =
  | {
      readonly object: 'addr';
      readonly action: 'add' | 'set' | 'del';
      readonly address: string;
      /** As written; undefined means a host address. */
      readonly prefixLength?: number;
      readonly device: Word;
      /** The port's addresses are a pool of source ports: a local address. */
      readonly isPool: boolean;
      readonly word: Word;
    }
  | {
      readonly object: 'route';
      readonly action: 'add' | 'set' | 'del';
      /** `default` or a network as written. */
      readonly destination: Word;
      readonly via?: Word;
      readonly device?: Word;
    }
  | {
      readonly object: 'link';
      readonly action: 'set';
      readonly device: Word;
      readonly settings: readonly (readonly [Word, Word])[];
    }
  | {
      readonly object: 'vlan';
      readonly action: 'add' | 'del';
      readonly name?: Word;
      readonly link?: Word;
      readonly id?: number;
    }
  | { readonly object: 'neigh'; readonly action: 'add' | 'del'; readonly address: Word }
  | {
      readonly object: 'tunnel';
      readonly action: 'add' | 'del' | 'change';
      readonly name: Word;
    }
  | { readonly object: 'show'; readonly what: string }
  | { readonly object: 'other'; readonly what: string };

export interface DpipStatement {
  readonly body: DpipBody;
  readonly family: Family;
  readonly words: readonly Word[];
  readonly leading: readonly Comment[];
  readonly trailing?: Comment;
  readonly span: Span;
}
