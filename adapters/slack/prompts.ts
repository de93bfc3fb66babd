/** Questions to start with, in the Messages tab. A test holds them against the pack. */
export const PROMPTS = [
  { title: "Is A&E open?", message: "Is A&E open?" },
  { title: "Should I go to my appointment?", message: "Should I go to my appointment?" },
  { title: "Is my GP surgery open?", message: "Is my GP surgery open?" },
  { title: "When is the strike?", message: "When is the strike?" },
] as const;

export const PROMPTS_TITLE = "Questions people ask";
