/** What Slack takes, as its reference of Block Kit has it. Lengths in characters. */
export const LIMITS = {
  /** Aimed at; Slack cuts off at 40,000. */
  messageText: 4000,
  messageBlocks: 50,
  viewBlocks: 100,
  sectionText: 3000,
  headerText: 150,
  actionsElements: 25,
  contextElements: 10,
  contextActionsElements: 5,
  buttonText: 75,
  accessibilityLabel: 75,
  value: 2000,
  actionId: 255,
  suggestedPrompts: 4,
} as const;
