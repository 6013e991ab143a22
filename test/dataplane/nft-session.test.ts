import { describe, expect, it } from 'vitest';
import { LineProcess } from '../../dataplane/nft/line-process.ts';
import { errorsIn } from '../../dataplane/nft/session.ts';

const question = (input: string, timeoutMs = 10_000) => ({
  input,
  isEnd: () => true,
  timeoutMs,
});

describe('a process that is asked line by line', () => {
  it('answers in the order of the questions', async () => {
    const echo = new LineProcess(['cat'], 'stdout');
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => echo.ask(question(text))));
    await echo.close();
    expect(answers).toEqual([['a'], ['b'], ['c']]);
  });

  it('that ends fails the question under way and is started again for the next', async () => {
    const once = new LineProcess(['head', '-n', '1'], 'stdout');
    const two = { input: 'first', isEnd: () => false, timeoutMs: 10_000 };
    await expect(once.ask(two)).rejects.toMatchObject({ code: 'E_DATAPLANE_OBSERVE' });
    expect(await once.ask(question('again'))).toEqual(['again']);
    await once.close();
  });

  it('that gives no answer in time is ended, and the next question has a new one', async () => {
    const silent = new LineProcess(['cat'], 'stdout');
    const never = { input: 'hello', isEnd: () => false, timeoutMs: 50 };
    await expect(silent.ask(never)).rejects.toThrow('gave no answer in 50 ms');
    expect(await silent.ask(question('again'))).toEqual(['again']);
    await silent.close();
  });

  it('that is not installed says so', async () => {
    const absent = new LineProcess(['sluice-no-such-program'], 'stdout');
    await expect(absent.ask(question(''))).rejects.toMatchObject({ code: 'E_PACKAGE_MISSING' });
  });

  it('answers nothing once it is closed', async () => {
    const closed = new LineProcess(['cat'], 'stdout');
    await closed.close();
    await expect(closed.ask(question('a'))).rejects.toThrow('is closed');
  });
});

describe('the errors of nft', () => {
  it('are told with the words they are about', () => {
    const command =
      'add element inet sluice slots { 1 : 2 }; delete element inet sluice slots { 77 }';
    const lines = [
      'Error: Could not process rule: No such file or directory',
      command,
      `${' '.repeat(command.indexOf('77'))}^^`,
    ];
    expect(errorsIn(lines)).toEqual(['Could not process rule: No such file or directory: 77']);
  });

  it('of a file carry its place, which is left out', () => {
    expect(errorsIn(['/tmp/x/transaction.nft:3:1-9: Error: syntax error'])).toEqual([
      'syntax error',
    ]);
  });

  it('are none where nft said nothing of an error', () => {
    expect(errorsIn(['', 'Warning: something'])).toEqual([]);
  });
});
