/**
 * Lines that lost their line breaks when an article was copied: `make -j16make modules_install`,
 * `serviceipvsadm -A -t ...`. Invariant: a line is cut only where the name of a known tool starts
 * in the middle of a word, and every such cut is reported as a guess.
 */

/** Names that do not occur inside other words of a command line. */
const CERTAIN = 'ipvsadm|dpip';
/** Names that do: they count only on a line that begins with one of them. */
const LIKELY = 'make|rmmod|lsmod|modprobe|rpmbuild|ethtool|sysctl|iptables';

const CERTAIN_CUT = new RegExp(`[^\\s/.\\-_'"=](?=(?:${CERTAIN})\\s+[-\\u2010-\\u2015a-z])`, 'g');
const LIKELY_CUT = new RegExp(`[^\\s/.\\-_'"=](?=(?:${CERTAIN}|${LIKELY})(?:\\s|$))`, 'g');
const LIKELY_START = new RegExp(`^\\s*(?:${CERTAIN}|${LIKELY})\\s`);

/** A copied article is not longer; such a line is no script. */
const LINE_LENGTH_MAX = 20_000;

/** Offsets in the line at which a command starts in the middle of a word. */
export function glueCuts(text: string): number[] {
  if (text.length > LINE_LENGTH_MAX) return [];
  const isLikely = LIKELY_START.test(text);
  // Most lines name a program at their start or not at all: those need no search.
  if (!isLikely && text.lastIndexOf('ipvsadm') < 1 && text.lastIndexOf('dpip') < 1) return [];
  return [...text.matchAll(isLikely ? LIKELY_CUT : CERTAIN_CUT)].map((found) => found.index + 1);
}

/** In a glued line a `#` starts a comment even in the middle of a word. */
export function gluedCommentStart(text: string, from: number): number {
  const at = text.indexOf('#', from);
  return at < 0 ? text.length : at;
}

/** Where a space is missing before the comment of the part from `from` to `to`: none or one. */
export function gluedComment(text: string, from: number, to: number): number[] {
  const at = gluedCommentStart(text, from);
  return at > from && at < to && /\S/.test(text[at - 1] ?? ' ') ? [at] : [];
}
