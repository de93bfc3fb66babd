/** Everywhere a person would look, and every button, in both modes. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../chat/contract.ts";
import { assistant, UNDER_WAY } from "../chat/shipped.ts";
import { direct, type Mode, mention, openSlack, type SlackHarness, uniqueTs } from "./harness.ts";
import { BOT, event } from "./loopback.ts";

const A_AND_E = "NHS England said A&amp;E will continue to be available during the strike.";
const EMERGENCY = "This could be an emergency. Call 999 now or go to A&amp;E.";

type Block = { type: string; elements?: { action_id?: string; text?: unknown }[]; text?: { text: string } };
const blocksOf = (message: Record<string, unknown> | undefined) => (message?.blocks ?? []) as Block[];
const actionsOf = (message: Record<string, unknown> | undefined) =>
  blocksOf(message)
    .flatMap(({ elements = [] }) => elements)
    .map(({ action_id }) => action_id)
    .filter((id) => id !== undefined);

for (const mode of ["socket", "http"] satisfies Mode[]) {
  describe(`Slack over ${mode}`, () => {
    let harness: SlackHarness;
    beforeEach(async () => {
      harness = await openSlack(mode);
    });
    afterEach(() => harness.stop());
    const posted = (number: number) =>
      eventually(() => harness.slack.posts.length >= number, `post ${number}`);
    const responded = (number: number) =>
      eventually(() => harness.slack.responses.length >= number, `response ${number}`);

    const command = (text: string) =>
      harness.deliver({
        type: "slash_commands",
        body: {
          command: "/strike",
          text,
          user_id: "U1",
          channel_id: "C1",
          team_id: "T0TEAM",
          response_url: harness.slack.responseUrl,
          trigger_id: "1.2.3",
        },
      });

    const shortcut = (text: string) =>
      harness.deliver({
        type: "interactive",
        body: {
          type: "message_action",
          callback_id: "answer-this",
          trigger_id: "1.2",
          response_url: harness.slack.responseUrl,
          team: { id: "T0TEAM" },
          user: { id: "U1" },
          channel: { id: "C1" },
          message: { type: "message", user: "U2", ts: "9.1", text },
        },
      });

    const press = (action: object, where: object) =>
      harness.deliver({
        type: "interactive",
        body: {
          type: "block_actions",
          team: { id: "T0TEAM" },
          user: { id: "U1" },
          api_app_id: "A0APP",
          trigger_id: "1.2",
          actions: [{ type: "button", block_id: "b", action_ts: uniqueTs(), ...action }],
          ...where,
        },
      });
    const inThread = () => ({
      container: { type: "message", message_ts: "2.1", channel_id: "C1", thread_ts: "1.1" },
      channel: { id: "C1" },
      message: { ts: "2.1", thread_ts: "1.1" },
      response_url: harness.slack.responseUrl,
    });
    const onPrivate = () => ({
      container: { type: "message", message_ts: "3.1", channel_id: "C1", is_ephemeral: true },
      channel: { id: "C1" },
      response_url: harness.slack.responseUrl,
    });

    it("answers a mention in its thread, with source, topics and votes, and without unfurling", async () => {
      await harness.deliver(mention("is A&amp;E open?", { ts: "5.1" }));
      await posted(1);
      const [post] = harness.slack.posts;
      expect(post).toMatchObject({
        channel: "C1",
        thread_ts: "5.1",
        unfurl_links: "false",
        unfurl_media: "false",
      });
      expect(post?.text).toContain(A_AND_E);
      expect(post?.text).toContain("Source: The Independent, 25 July 2025, paragraph 30");
      expect(blocksOf(post).map(({ type }) => type)).toEqual([
        "section",
        "context",
        "actions",
        "context_actions",
      ]);
      expect(JSON.stringify(blocksOf(post)[1])).toMatch(
        /<https:[^|]+\|The Independent, 25 July 2025, paragraph 30>/,
      );
      expect(actionsOf(post)).toContain("open:urgent-care");
    });

    it("answers a mention once though it comes as a message too, in either order", async () => {
      const same = { ts: "5.1", client_msg_id: "x" };
      const asMessage = (text: string, fields: object) => ({
        type: "events_api" as const,
        body: event({
          type: "message",
          channel_type: "channel",
          channel: "C1",
          user: "U1",
          text: `<@${BOT}> ${text}`,
          ...fields,
        }),
      });
      await harness.deliver(asMessage("is A&amp;E open?", same));
      await harness.deliver(mention("is A&amp;E open?", same));
      await harness.deliver(mention("is my GP open?", { ts: "6.1" }));
      await harness.deliver(asMessage("is my GP open?", { ts: "6.1" }));
      await harness.deliver(mention("is my GP open?", { ts: "6.1" }), 1);
      await harness.deliver(mention("when does it end?", { ts: "4.1" }));
      await posted(3);
      expect(harness.slack.posts.map(({ thread_ts }) => thread_ts)).toEqual(["5.1", "6.1", "4.1"]);
    });

    it("answers a first delivery that comes late, as a retry", async () => {
      await harness.deliver(mention("is A&amp;E open?", { ts: "1.1" }), 2);
      await posted(1);
      expect(harness.slack.posts[0]?.text).toContain(A_AND_E);
    });

    it("answers direct messages, and leaves the talk of a channel alone", async () => {
      await harness.deliver({
        type: "events_api",
        body: event({
          type: "message",
          channel_type: "channel",
          channel: "C1",
          user: "U1",
          ts: "4.1",
          text: "is A&amp;E open?",
        }),
      });
      await harness.deliver(direct("is A&amp;E open?", { subtype: "message_deleted" }));
      await harness.deliver(direct("is A&amp;E open?", { subtype: "message_changed", hidden: true }));
      await harness.deliver(direct("is A&amp;E open?", { ts: "5.1" }));
      await posted(1);
      expect(harness.slack.posts).toHaveLength(1);
      expect(harness.slack.posts[0]).toMatchObject({ channel: "D1", thread_ts: "5.1" });
    });

    it("says what can be asked where it is mentioned without a word", async () => {
      await harness.deliver(mention(""));
      await posted(1);
      expect(harness.slack.posts[0]?.text).toBe(
        assistant.open("help", UNDER_WAY).text.replaceAll("&", "&amp;"),
      );
    });

    it("addresses an urgent reply to the person, first and alone", async () => {
      await harness.deliver(mention("crushing pain in my chest and sweating", { user: "U77" }));
      await posted(1);
      const [post] = harness.slack.posts;
      expect(String(post?.text).startsWith(`<@U77> ${EMERGENCY}`)).toBe(true);
      expect(blocksOf(post).map(({ type }) => type)).toEqual(["section"]);
      await harness.deliver(direct("crushing pain in my chest and sweating"));
      await posted(2);
      expect(String(harness.slack.posts[1]?.text).startsWith(EMERGENCY)).toBe(true);
    });

    it("answers the command to the person alone, with a button to share", async () => {
      await command("is A&amp;E open?");
      await responded(1);
      const [response] = harness.slack.responses;
      expect(response).toMatchObject({ response_type: "ephemeral", replace_original: false });
      expect(response?.text).toContain(A_AND_E);
      expect(actionsOf(response)).toContain("share:a-and-e");
      expect(harness.slack.posts).toEqual([]);
    });

    it("answers an urgent command with nothing to share", async () => {
      await command("crushing pain in my chest and sweating");
      await responded(1);
      expect(String(harness.slack.responses[0]?.text).startsWith(EMERGENCY)).toBe(true);
      expect(actionsOf(harness.slack.responses[0])).toEqual([]);
    });

    it("says what can be asked where the command comes without a question", async () => {
      await command("");
      await responded(1);
      expect(harness.slack.responses[0]?.text).toContain("ask about");
    });

    it("answers the question in a message for whoever chose the shortcut", async () => {
      await shortcut("does anybody know if A&amp;E is open?");
      await responded(1);
      expect(harness.slack.responses[0]).toMatchObject({ response_type: "ephemeral" });
      expect(harness.slack.responses[0]?.text).toContain(A_AND_E);
    });

    it("shares an answer in the channel once, and takes the private one away", async () => {
      for (let i = 0; i < 2; i++) await press({ action_id: "share:a-and-e" }, onPrivate());
      await responded(2);
      await command("is my GP open?");
      await responded(3);
      const [shared, taken] = harness.slack.responses;
      expect(shared).toMatchObject({ response_type: "in_channel", replace_original: false });
      expect(shared?.text).toContain(A_AND_E);
      expect(JSON.stringify(shared?.blocks)).toContain("Shared by <@U1>");
      expect(taken).toEqual({ delete_original: true });
      expect(harness.slack.responses).toHaveLength(3);
    });

    it("opens a topic where its button is: in the thread, privately, or in the Messages tab", async () => {
      await press({ action_id: "open:gp" }, inThread());
      await posted(1);
      expect(harness.slack.posts[0]).toMatchObject({ channel: "C1", thread_ts: "1.1" });
      await press({ action_id: "open:gp" }, onPrivate());
      await responded(1);
      expect(harness.slack.responses[0]).toMatchObject({ response_type: "ephemeral" });
      await press(
        { action_id: "open:gp" },
        { container: { type: "view", view_id: "V1" }, view: { id: "V1", type: "home" } },
      );
      await posted(2);
      expect(harness.slack.posts[1]).toMatchObject({ channel: "U1" });
      expect(harness.slack.posts[1]).not.toHaveProperty("thread_ts");
      for (const { text } of [...harness.slack.posts, ...harness.slack.responses]) {
        expect(text).toContain("GP surgeries");
      }
    });

    it("asks back with buttons, and answers the one that is pressed", async () => {
      await harness.deliver(mention("doctor", { ts: "1.1" }));
      await posted(1);
      const [asked] = harness.slack.posts;
      const choices = actionsOf(asked);
      expect(choices.length).toBeGreaterThan(1);
      await press({ action_id: choices[0] }, inThread());
      await posted(2);
      expect(harness.slack.posts[1]?.thread_ts).toBe("1.1");
    });

    it("counts a vote of a person once, and thanks them privately", async () => {
      const vote = { type: "feedback_buttons", action_id: "feedback", value: "not-helpful:a-and-e+gp" };
      for (let i = 0; i < 2; i++) await press(vote, inThread());
      await press({ ...vote, value: "helpful:a-and-e" }, { ...inThread(), user: { id: "U2" } });
      await responded(2);
      const { helpful, notHelpful } = harness.bot.counts.view();
      expect({ helpful, notHelpful }).toEqual({
        helpful: { "a-and-e": 1 },
        notHelpful: { "a-and-e": 1, gp: 1 },
      });
      expect(harness.slack.responses).toHaveLength(2);
      expect(harness.slack.responses[0]).toMatchObject({
        response_type: "ephemeral",
        text: "Thank you for saying so.",
      });
    });

    it.each(["open:../../etc", "open:no-such-topic", "share:", "drop:gp", "open:gp".padEnd(200, "+gp")])(
      "leaves a button alone that it never made: %s",
      async (action_id) => {
        await press({ action_id }, inThread());
        await harness.deliver(mention("is A&amp;E open?"));
        await posted(1);
        expect(harness.slack.posts).toHaveLength(1);
        expect(harness.slack.posts[0]?.text).toContain(A_AND_E);
      },
    );

    it("shows App Home with what it is, what it is not, and the topics", async () => {
      await harness.deliver({
        type: "events_api",
        body: event({ type: "app_home_opened", user: "U1", channel: "D1", tab: "home" }),
      });
      await eventually(() => harness.slack.callsOf("views.publish").length === 1);
      const { user_id, view } = harness.slack.callsOf("views.publish")[0]!.args as {
        user_id: string;
        view: { blocks: Block[] };
      };
      expect(user_id).toBe("U1");
      expect(JSON.stringify(view)).toContain("not an NHS service");
      expect(actionsOf(view as never)).toContain("open:a-and-e");
    });

    it("suggests questions in the Messages tab, each of which it answers", async () => {
      await harness.deliver({
        type: "events_api",
        body: event({ type: "app_home_opened", user: "U1", channel: "D1", tab: "messages" }),
      });
      await eventually(() => harness.slack.callsOf("assistant.threads.setSuggestedPrompts").length === 1);
      const { args } = harness.slack.callsOf("assistant.threads.setSuggestedPrompts")[0]!;
      expect(args.channel_id).toBe("D1");
      expect(args).not.toHaveProperty("thread_ts");
      const prompts = args.prompts as { message: string }[];
      expect(prompts).toHaveLength(4);
      for (const { message } of prompts) expect(assistant.ask(message, new Date()).kind).toBe("answer");
    });
  });
}
