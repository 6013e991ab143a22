/**
 * A line as the parser reads it: a physical line, or what parameters and sequences made of one.
 * Invariant: every character knows the offset in the file that it comes from, and whether it
 * stands there or was put in.
 */
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

export interface Piece {
  readonly text: string;
  /** Offset of its first character; of the reference when it was put in. */
  readonly start: number;
  readonly isDerived: boolean;
}

export class LogicalLine {
  readonly text: string;
  readonly index: LineIndex;
  readonly #pieces: readonly Piece[];
  readonly #ends: readonly number[];

  constructor(index: LineIndex, pieces: readonly Piece[]) {
    this.index = index;
    this.#pieces = pieces;
    this.text = pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map((p) => p.text).join('');
    let end = 0;
    this.#ends = pieces.map((piece) => {
      end += piece.text.length;
      return end;
    });
  }

  /** The place of the characters from `from` to `to` of this line. */
  span(from: number, to: number): { span: Span; isDerived: boolean } {
    const first = this.#pieceAt(from);
    const last = this.#pieceAt(Math.max(from, to - 1));
    const start = this.#offset(first, from);
    const end = last.piece.isDerived ? last.piece.start : this.#offset(last, to - 1) + 1;
    const isDerived = first.piece !== last.piece || first.piece.isDerived;
    return { span: this.index.span(start, to > from ? end : start), isDerived };
  }

  /** The pieces of a part of this line. */
  slice(from: number, to: number): Piece[] {
    const parts: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const low = Math.max(from - at, 0);
      const high = Math.min(to - at, piece.text.length);
      if (low < high) {
        const start = piece.isDerived ? piece.start : piece.start + low;
        parts.push({ ...piece, text: piece.text.slice(low, high), start });
      }
      at += piece.text.length;
    }
    return parts;
  }

  #offset({ piece, from }: { piece: Piece; from: number }, at: number): number {
    return piece.isDerived ? piece.start : piece.start + (at - from);
  }

  #pieceAt(at: number): { piece: Piece; from: number } {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const piece = this.#pieces[low] ?? { text: '', start: 0, isDerived: false };
    return { piece, from: (this.#ends[low] ?? 0) - piece.text.length };
  }
}
