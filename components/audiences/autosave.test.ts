import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Autosave, type SaveAnswer, type SaveState, type Written } from "./autosave";

const at = new Date("2026-03-01T10:00:00Z");

/** A server that keeps one text, and can be told to fail or to have been changed by somebody else. */
function aServer() {
  const server = {
    kept: { content: "first", version: 1 } as Written<string>,
    sent: [] as string[],
    reachable: true,
    /** Keeps what it is sent, but its answers do not arrive. */
    losesAnswers: false,
    slow: null as Promise<void> | null,
    refuses: "",
    async save({ content, version }: Written<string>): Promise<SaveAnswer<string>> {
      server.sent.push(content);
      await server.slow;
      if (server.losesAnswers && version === server.kept.version) {
        server.kept = { content, version: version + 1 };
        throw new Error("the answer is lost");
      }
      if (!server.reachable) throw new Error("no answer");
      if (server.refuses === content) return { kind: "refused", message: "No." };
      if (version !== server.kept.version) {
        return { kind: "conflict", message: "Changed.", theirs: server.kept };
      }
      server.kept = { content, version: version + 1 };
      return { kind: "saved", version: version + 1, at };
    },
  };
  return server;
}

function anAutosave(server: ReturnType<typeof aServer>) {
  const states: SaveState<string>[] = [];
  const autosave = new Autosave<string>({
    first: { content: "first", version: 1, at },
    send: server.save,
    isSame: (a, b) => a === b,
    onState: (state) => states.push(state),
  });
  return { autosave, states, last: () => states.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("several quick edits are one write", async () => {
  const server = aServer();
  const { autosave, states } = anAutosave(server);
  for (const text of ["a", "ab", "abc"]) autosave.edit(text);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.sent).toEqual(["abc"]);
  expect(server.kept).toEqual({ content: "abc", version: 2 });
  expect(states.map(({ kind }) => kind)).toEqual([
    "unsaved",
    "unsaved",
    "unsaved",
    "saving",
    "saved",
  ]);
});

test("an edit that is taken back is not written", async () => {
  const server = aServer();
  const { autosave } = anAutosave(server);
  autosave.edit("a");
  autosave.edit("first");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.sent).toEqual([]);
});

test("what is typed while a write is on its way is written after it, on the new version", async () => {
  const server = aServer();
  const { autosave, last } = anAutosave(server);
  let arrive = () => {};
  server.slow = new Promise((resolve) => {
    arrive = resolve;
  });
  autosave.edit("one");
  await vi.advanceTimersByTimeAsync(1_000);
  autosave.edit("two");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.sent).toEqual(["one"]);
  arrive();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.kept).toEqual({ content: "two", version: 3 });
  expect(last()).toEqual({ kind: "saved", at });
});

test("without an answer the newest text is tried again until it is kept", async () => {
  const server = aServer();
  const { autosave, last } = anAutosave(server);
  server.reachable = false;
  autosave.edit("a");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(last()).toEqual({ kind: "unreachable" });
  autosave.edit("ab");
  await vi.advanceTimersByTimeAsync(4_000);
  expect(last()).toEqual({ kind: "unreachable" });
  server.reachable = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(server.kept.content).toBe("ab");
  expect(last()).toEqual({ kind: "saved", at });
});

test("a conflict stops the writing until mine is kept", async () => {
  const server = aServer();
  const { autosave, last } = anAutosave(server);
  server.kept = { content: "theirs", version: 2 };
  autosave.edit("mine");
  await vi.advanceTimersByTimeAsync(1_000);
  autosave.edit("mine too");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.sent).toEqual(["mine"]);
  expect(last()).toMatchObject({ kind: "conflict", theirs: { content: "theirs" } });
  await autosave.keepMine(server.kept);
  expect(server.kept).toEqual({ content: "mine too", version: 3 });
  expect(autosave.isDirty).toBe(false);
});

test("after a conflict theirs can be taken instead", async () => {
  const server = aServer();
  const { autosave, last } = anAutosave(server);
  server.kept = { content: "theirs", version: 2 };
  autosave.edit("mine");
  await vi.advanceTimersByTimeAsync(1_000);
  autosave.accept(server.kept, at);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(last()).toEqual({ kind: "saved", at });
  autosave.edit("theirs and mine");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.kept).toEqual({ content: "theirs and mine", version: 3 });
});

test("a refused text is not sent again until it is edited", async () => {
  const server = aServer();
  const { autosave, last } = anAutosave(server);
  server.refuses = "bad";
  autosave.edit("bad");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.sent).toEqual(["bad"]);
  expect(last()).toMatchObject({ kind: "refused", message: "No." });
  expect(autosave.isDirty).toBe(true);
  autosave.edit("better");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.kept.content).toBe("better");
});

test("text that came with the address waits until somebody wants it", async () => {
  const server = aServer();
  const { autosave, last } = anAutosave(server);
  autosave.edit("from a link", { hold: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.sent).toEqual([]);
  expect(last()).toEqual({ kind: "unsaved" });
  await autosave.saveNow();
  expect(server.kept.content).toBe("from a link");
});

test("saving now waits for the write on its way and then sends the rest", async () => {
  const server = aServer();
  const { autosave } = anAutosave(server);
  server.slow = new Promise((resolve) => setTimeout(resolve, 500));
  autosave.edit("one");
  await vi.advanceTimersByTimeAsync(1_000);
  autosave.edit("two");
  const now = autosave.saveNow();
  await vi.advanceTimersByTimeAsync(2_000);
  await now;
  expect(server.sent).toEqual(["one", "two"]);
  expect(server.kept).toEqual({ content: "two", version: 3 });
});

test("finishing goes through its own door, after what is on its way, and takes what was kept", async () => {
  const server = aServer();
  const { autosave, last } = anAutosave(server);
  server.slow = new Promise((resolve) => setTimeout(resolve, 500));
  autosave.edit("one ");
  await vi.advanceTimersByTimeAsync(1_000);
  const finished = autosave.saveWith(async (written) => {
    const answer = await server.save({ ...written, content: written.content.trim() });
    return answer.kind === "saved" ? { ...answer, content: written.content.trim() } : answer;
  });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await finished).toMatchObject({ kind: "saved", version: 3 });
  expect(server.sent).toEqual(["one ", "one"]);
  expect(autosave.isDirty).toBe(false);
  expect(last()).toEqual({ kind: "saved", at });
});

test("finishing waits for somebody to settle a conflict", async () => {
  const server = aServer();
  const { autosave } = anAutosave(server);
  server.kept = { content: "theirs", version: 2 };
  autosave.edit("mine");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await autosave.saveWith(server.save)).toBeNull();
  expect(server.sent).toEqual(["mine"]);
});

test("a write whose answer was lost is no conflict with what was typed since", async () => {
  const server = aServer();
  const { autosave, states } = anAutosave(server);
  server.losesAnswers = true;
  autosave.edit("a");
  await vi.advanceTimersByTimeAsync(1_000);
  server.losesAnswers = false;
  autosave.edit("ab");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.kept).toEqual({ content: "ab", version: 3 });
  expect(states.map(({ kind }) => kind)).not.toContain("conflict");
});

test("a connection that dies without a word is given up, and the text sent again", async () => {
  const server = aServer();
  const { autosave, last } = anAutosave(server);
  server.slow = new Promise(() => {});
  autosave.edit("a");
  await vi.advanceTimersByTimeAsync(16_500);
  expect(last()).toEqual({ kind: "unreachable" });
  server.slow = null;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.kept).toEqual({ content: "a", version: 2 });
  expect(last()).toEqual({ kind: "saved", at });
});
