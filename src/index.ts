/** Open as Usual: the engine's only door. */
export type {
  Answer,
  Answered,
  Citation,
  Clarify,
  Option,
  Part,
  Unknown,
  Urgent,
  WalkoutView,
} from "./answer/answer.ts";
export { citationsOf, intentsOf } from "./answer/compose.ts";
export { type Context, contextOf, NEW_CONVERSATION } from "./answer/conversation.ts";
export { type Assistant, createAssistant, type Match } from "./assistant.ts";
export { createReader } from "./language/reader.ts";
export { type Confusion, type Confusions, confusionsOf } from "./match/confusions.ts";
export { crossValidate } from "./match/cross-validate.ts";
export { createMatcher, type Matcher, trainModel } from "./match/matcher.ts";
export { checkPack, readVoicedExamples } from "./pack/editing.ts";
export {
  loadWordVectors,
  type OpenedPack,
  openPack,
  PACKAGE_ROOT,
  preparePack,
  SHIPPED_PACK,
} from "./pack/open.ts";
export { formatProblem, PackError, type Problem } from "./pack/problems.ts";
export { repliesOf } from "./pack/replies.ts";
export type { Pack, WalkoutStatus } from "./pack/types.ts";
export type { VoicedExample } from "./pack/voiced-examples.ts";
