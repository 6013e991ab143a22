/**
 * A word for a shell: quoted when the shell would cut or change it, or our own reader would take
 * its end for a command that lost its line break (shell/glued-line.ts).
 */
export function printShellWord(text: string): string {
  const isGlued = /[^/.\-_=](?:ipvsadm|dpip)$/.test(text);
  if (/^[\w@%+=:,./[\]\-{}^]+$/.test(text) && !isGlued) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
