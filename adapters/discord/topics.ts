/** Every topic in lists to choose from: at most five, of at most 25 each, which is all that one message holds. */
import type { Option, Pack } from "../../src/index.ts";
import { topicGroups } from "../chat/topics.ts";
import { folderName, folderRank } from "./wording.ts";

export type TopicList = { readonly name: string; readonly topics: readonly Option[] };

const MOST_LISTS = 5;
const MOST_TOPICS = 25;

export function topicLists(pack: Pack): TopicList[] {
  const groups = topicGroups(pack).sort((a, b) => folderRank(a.folder) - folderRank(b.folder));
  const lists = groups.flatMap(({ folder, topics }) => halved(folderName(folder), topics));
  while (lists.length > MOST_LISTS && joinSmallest(lists)) {}
  return lists.slice(0, MOST_LISTS);
}

/** A list that is too long, as even parts that say where the alphabet is cut. */
function halved(name: string, topics: readonly Option[]): TopicList[] {
  if (topics.length <= MOST_TOPICS) return [{ name, topics }];
  const sorted = [...topics].sort((a, b) => a.title.localeCompare(b.title, "en-GB"));
  const size = Math.ceil(sorted.length / Math.ceil(sorted.length / MOST_TOPICS));
  const parts: TopicList[] = [];
  for (let i = 0; i < sorted.length; i += size) {
    const part = sorted.slice(i, i + size);
    parts.push({ name: `${name}: ${part[0]!.title} to ${part.at(-1)!.title}`, topics: part });
  }
  return parts;
}

/** Makes one of the two neighbours that are shortest together; false where no two fit. */
function joinSmallest(lists: TopicList[]): boolean {
  const size = (i: number) => lists[i]!.topics.length + lists[i + 1]!.topics.length;
  const pairs = lists.slice(1).map((_, i) => i);
  const best = pairs.sort((a, b) => size(a) - size(b))[0];
  if (best === undefined || size(best) > MOST_TOPICS) return false;
  const [one, two] = [lists[best]!, lists[best + 1]!];
  lists.splice(best, 2, { name: `${one.name}; ${two.name}`, topics: [...one.topics, ...two.topics] });
  return true;
}
