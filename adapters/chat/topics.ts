/** The topics that can be opened by hand: everything in the pack but what is only for urgent messages. */
import type { Option, Pack } from "../../src/index.ts";

export type TopicGroup = { readonly folder: string; readonly topics: readonly Option[] };

/** By folder, in the pack's order. Small talk is no topic. */
export function topicGroups(pack: Pack): TopicGroup[] {
  const groups = new Map<string, Option[]>();
  for (const { id, folder, kind, title } of Object.values(pack.intents)) {
    if (kind === "urgent" || folder === "chat") continue;
    groups.set(folder, [...(groups.get(folder) ?? []), { id, title }]);
  }
  return [...groups].map(([folder, topics]) => ({ folder, topics }));
}
