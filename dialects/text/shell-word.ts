/** A word for a shell: quoted when the shell would cut or change it. */
export function printShellWord(text: string): string {
  if (/^[\w@%+=:,./[\]\-{}^]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
