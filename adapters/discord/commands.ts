/** The commands that people see in Discord, in the shape of its API. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";

export const ASK = "ask";
export const QUESTION = "question";
export const TOPICS = "topics";
export const ANSWER_THIS = "Answer this";

/** Longer than any question needs to be, and shorter than what Discord would send. */
const LONGEST_QUESTION = 1000;

/** British names for British services; other locales get words that explain themselves. */
const british = (text: string) => ({ "en-GB": text });

const commands: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: ApplicationCommandType.ChatInput,
    name: ASK,
    name_localizations: british(ASK),
    description: "Ask about hospitals and doctors in England during the strike. Only you see the answer.",
    description_localizations: british(
      "Ask about A&E, your GP or your appointment during the strike. Only you see the answer.",
    ),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: QUESTION,
        name_localizations: british(QUESTION),
        description: "Your question in your own words, such as: is the emergency department open?",
        description_localizations: british("Your question in your own words, such as: is A&E open?"),
        required: true,
        autocomplete: true,
        max_length: LONGEST_QUESTION,
      },
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: TOPICS,
    name_localizations: british(TOPICS),
    description: "Everything you can ask about, to choose from",
    description_localizations: british("Everything you can ask about, to choose from"),
  },
  {
    type: ApplicationCommandType.Message,
    name: ANSWER_THIS,
    name_localizations: british(ANSWER_THIS),
  },
];

/** The commands for everywhere, or for one server: there Discord knows neither ways of installing nor contexts. */
export function commandsFor(where: "everywhere" | "one server"): RESTPostAPIApplicationCommandsJSONBody[] {
  if (where === "one server") return commands;
  return commands.map((command) => ({
    ...command,
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  }));
}
