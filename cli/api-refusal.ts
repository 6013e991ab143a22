/** What the API refused, with its list of problems when the input was wrong. */
import type { ApiError } from '../schemas/api.ts';
import { type ErrorCode, FleetError } from '../schemas/errors.ts';

export type ApiProblem = NonNullable<ApiError['problems']>[number];

export class ApiRefusal extends FleetError {
  readonly problems: readonly ApiProblem[];

  constructor(error: ApiError) {
    // A newer server may know codes that this program does not; they are shown as they are.
    super(error.code as ErrorCode, error.message, { hint: error.hint });
    this.name = 'ApiRefusal';
    this.problems = error.problems ?? [];
  }
}
