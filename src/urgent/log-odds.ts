/**
 * A probability as log-odds. No voice is ever certain: `doubt` keeps a probability of 0 or 1 from outweighing all others.
 */
export const logOdds = (probability: number, doubt: number) =>
  Math.log((probability + doubt) / (1 - probability + doubt));

/** The probability that log-odds stand for. */
export const fromLogOdds = (odds: number) => 1 / (1 + Math.exp(-odds));
