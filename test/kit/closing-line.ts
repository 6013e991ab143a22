/**
 * The closing line of a test run, `N passed, N failed[, N skipped]`, for people and for programs
 * that read the last line only. Nothing that went wrong may hide behind "0 failed": a file that
 * could not be loaded, an error outside any test or a run that never ended counts as one failure.
 */
import type { Reporter, TestModule } from 'vitest/node';

/** A vitest reporter that counts; `line` may be asked for at any time, also after a crash. */
export class ClosingLine implements Reporter {
  #counts: Counts = { passed: 0, failed: 0, skipped: 0 };

  onTestRunEnd = (modules: readonly TestModule[]) => {
    this.#counts = countTests(modules);
  };

  line(exitCode: number): string {
    const { passed, failed, skipped } = this.#counts;
    const line = `${passed} passed, ${exitCode === 0 ? failed : Math.max(1, failed)} failed`;
    return skipped === 0 ? line : `${line}, ${skipped} skipped`;
  }
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function countTests(modules: readonly TestModule[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed++;
      else if (state === 'failed') failedHere++;
      // Also what is still pending: the rest of a block whose beforeAll hook failed.
      else counts.skipped++;
    }
    // The file itself did not load, or a hook in it failed.
    if (failedHere === 0 && !module.ok()) failedHere = 1;
    counts.failed += failedHere;
  }
  return counts;
}
