/** Input that was refused, with every problem in it. Reaches the caller as E_INVALID. */
import { FleetError } from '../../schemas/errors.ts';
import type { Problem } from '../../schemas/validation/problem.ts';

export class InvalidInput extends FleetError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    super('E_INVALID', `${errors} ${errors === 1 ? 'problem' : 'problems'}; nothing was stored`);
    this.problems = problems;
  }
}
