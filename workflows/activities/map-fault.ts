/**
 * The one place where faults of Sluice become faults of Temporal: the type of the failure is the
 * stable code, and what is not retryable is not retried. What is no FleetError is a defect or a
 * library's error; Temporal retries it as it is.
 */
import { ApplicationFailure } from '@temporalio/common';
import { FleetError } from '../../schemas/errors.ts';

type Activity = (...args: never[]) => Promise<unknown>;

export function mapFaults<Activities extends { [Name in keyof Activities]: Activity }>(
  activities: Activities,
): Activities {
  const entries = Object.entries<Activity>(activities).map(([name, activity]) => [
    name,
    async (...args: never[]) => {
      try {
        return await activity(...args);
      } catch (error) {
        throw mapFault(error);
      }
    },
  ]);
  return Object.fromEntries(entries) as Activities;
}

function mapFault(error: unknown): unknown {
  if (!(error instanceof FleetError)) return error;
  return ApplicationFailure.create({
    type: error.code,
    message: error.hint === '' ? error.message : `${error.message} (${error.hint})`,
    nonRetryable: !error.retryable,
    cause: error,
  });
}
