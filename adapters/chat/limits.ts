/** How much an adapter remembers and gives out. */
export type Clock = () => Date;

export type Limits = {
  /** Answers to one person in a minute; more are declined, kindly and once. Urgent answers are not counted. */
  readonly answersPerMinute: number;
  /** Messages remembered, so that none is answered twice. */
  readonly messages: number;
  /** For how long they are, in milliseconds: longer than a platform keeps trying to deliver. */
  readonly messagesForMs: number;
  /** Conversations of which the last topics are remembered. */
  readonly threads: number;
  readonly threadsForMs: number;
  /** People whose answers of the last minute are counted. */
  readonly people: number;
};

const MINUTE = 60_000;

export const DEFAULT_LIMITS: Limits = {
  answersPerMinute: 20,
  messages: 10_000,
  messagesForMs: 60 * MINUTE,
  threads: 5_000,
  threadsForMs: 30 * MINUTE,
  people: 5_000,
};
