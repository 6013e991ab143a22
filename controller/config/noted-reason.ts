/** A reason with a note of the program behind it, within the length that a reason may have. Pure. */
const REASON_LENGTH_MAX = 1_024;

/** The reason gives way to the note; what is too long is cut. */
export function notedReason(reason: string, note: string): string {
  const room = Math.max(0, REASON_LENGTH_MAX - note.length);
  return `${reason.slice(0, room)}${note}`.slice(0, REASON_LENGTH_MAX);
}
