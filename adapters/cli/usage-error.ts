/** The command line cannot be carried out as it was given: one line for standard error, and status 2. */
export class UsageError extends Error {}
