/** A time as people give it on the command line. */
import { UsageError } from "./usage-error.ts";

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** @throws UsageError for anything but an ISO 8601 date or time. */
export function readTime(text: string): Date {
  const time = new Date(text);
  if (!ISO_TIME.test(text) || Number.isNaN(time.getTime())) {
    throw new UsageError(`"${text}" is not an ISO 8601 time; write it as 2025-07-25T10:00:00+01:00`);
  }
  return time;
}
