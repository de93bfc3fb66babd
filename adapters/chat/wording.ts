/** Sentences of chat places that belong to no pack: they say nothing about the walkout. */

/** Where to turn for help: in everything that the adapters say by themselves. */
export const HELP =
  "If someone's life is at risk, call 999. For medical help, go to NHS 111 online or call 111. For a child under 5, call 111.";

/** What it is not: everywhere the same. */
export const NOT_WATCHED = `This is an automated service, not an NHS service, and nobody is watching this chat. ${HELP}`;

/** To somebody who asks faster than answers are given out. Even this carries where to turn for help. */
export const SLOW_DOWN = `You have asked a lot in the last minute. Please wait a minute, then ask again. ${HELP}`;

/** What the bot is and is not. */
export const ABOUT = [
  "Ask about NHS services during the strike, in your own words. Every answer is a reviewed text with its source.",
  NOT_WATCHED,
  "What you type is not kept. Please leave out personal details.",
] as const;

export const RATED = "Thank you for saying so.";
