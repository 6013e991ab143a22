/**
 * A set-up script as far as it is understood: simple commands with their words, where their
 * output goes and the comments that belong to them. Nothing is executed and nothing guessed; what
 * is more than a simple command is a finding with its place.
 */
import type { Comment, Span, Word } from '../text/span.ts';

export interface Redirect {
  readonly operator: '>' | '>>' | '<';
  readonly target: Word;
}

export interface HereDocument {
  readonly delimiter: string;
  /** The body's lines as they stand, with the place where they begin. */
  readonly body: Span;
  readonly text: string;
}

export interface ShellCommand {
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  readonly hereDocument?: HereDocument;
  /** Split off a line that had lost its line breaks: where it begins is a guess. */
  readonly isGuessed: boolean;
  /** It stands in a here-document that goes to this file, to be run at boot. */
  readonly persistedTo?: string;
  /** It stands in a here-document that its program does not read: it is written nowhere. */
  readonly isLost?: true;
  /** How it hangs together with the command before. */
  readonly joinedBy?: '&&' | '||' | '|' | ';';
  readonly leading: readonly Comment[];
  readonly trailing?: Comment;
  readonly span: Span;
}

export interface ShellScript {
  readonly file: string;
  readonly commands: readonly ShellCommand[];
  readonly dangling: readonly Comment[];
}
