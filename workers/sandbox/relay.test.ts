import { describe, expect, test } from "vitest";
import { Budget, most, slow } from "./budget";
import { relay } from "./relay";

/** Both ends of a relay, and what its frame hears. The page takes what comes while `isTaking`. */
function open(budget = new Budget()) {
  const [toPage, toWorker] = [new MessageChannel(), new MessageChannel()];
  const state = { isTaking: false, heard: [] as unknown[], told: [] as string[] };
  const worker = toWorker.port2;
  const questions: unknown[] = [];
  toPage.port1.onmessage = ({ data }) => {
    state.heard.push(data);
    if (state.isTaking) toPage.port1.postMessage("taken");
  };
  worker.onmessage = ({ data }) => questions.push(data);
  const link = relay(toPage.port2, toWorker.port1, budget, {
    isSlow: () => state.told.push("slow"),
    isQuick: () => state.told.push("quick"),
    isBroken: () => state.told.push("broken"),
  });
  const close = () => {
    link.close();
    toPage.port1.close();
    worker.close();
  };
  return { state, page: toPage.port1, worker, questions, link, close };
}

/** All ports have passed on what they were given; each hop takes turns of the loop. */
const settled = async () => {
  for (let i = 0; i < 200; i++) await new Promise((done) => setImmediate(done));
};
const ended = { ended: "a cell flooded the page with messages" };

describe("relay", () => {
  test("ends a worker of whose messages the page has not taken a thousand, and passes on no more", async () => {
    const { state, worker, close } = open();
    for (let i = 0; i < 50_000; i++) worker.postMessage("[]");
    await settled();
    expect(state.heard.length).toBe(most.messages + 1);
    expect(state.heard.at(-1)).toEqual(ended);
    expect(state.told).toEqual(["slow", "broken"]);
    close();
  });
  test("without a limit the page is given all of that flood", async () => {
    const { state, worker, close } = open(new Budget({ messages: Infinity, characters: Infinity }));
    for (let i = 0; i < 50_000; i++) worker.postMessage("[]");
    while (state.heard.length < 50_000) await settled();
    expect(state.told).toEqual(["slow"]);
    close();
  });
  test("lets a worker send without end to a page that takes it", async () => {
    const { state, worker, close } = open();
    state.isTaking = true;
    for (let i = 0; i < 50; i++) {
      for (let j = 0; j < 150; j++) worker.postMessage("[]");
      await settled();
    }
    expect(state.heard.length).toBe(7_500);
    expect(state.told).toEqual([]);
    close();
  });
  test("ends a worker by the length of what is not taken, and says before that the page is behind", async () => {
    const { state, worker, close } = open();
    const long = "x".repeat(slow.characters / 2 + 1);
    const sends = Math.floor(most.characters / long.length);
    for (let i = 0; i < 2; i++) worker.postMessage(long);
    await settled();
    expect(state.told).toEqual(["slow"]);
    for (let i = 2; i <= sends; i++) worker.postMessage(long);
    await settled();
    expect(state.heard.length).toBe(sends + 1);
    expect(state.heard.at(-1)).toEqual(ended);
    close();
  });
  test("says when the page has caught up", async () => {
    const { state, worker, page, close } = open();
    for (let i = 0; i <= slow.messages; i++) worker.postMessage("[]");
    await settled();
    page.postMessage("taken");
    await settled();
    expect(state.told).toEqual(["slow", "quick"]);
    close();
  });
  test("passes one answer to each question, and nothing that comes along with it", async () => {
    const { state, worker, page, questions, close } = open();
    page.postMessage({ id: "a", type: "APPLY", path: ["variables"], argumentList: [] });
    page.postMessage({ id: "b", type: "APPLY", path: ["run"], argumentList: [] });
    await settled();
    expect(questions).toHaveLength(2);
    worker.postMessage({ id: "a", type: "RAW", value: "[]", load: "x".repeat(1_000) });
    worker.postMessage({ id: "a", type: "RAW", value: "again" });
    worker.postMessage({ id: "never asked", type: "RAW", value: "x" });
    worker.postMessage({ id: "b", type: "HANDLER", name: "throw", value: { isError: true, value: { message: "no" } } });
    await settled();
    expect(state.heard).toEqual([
      { id: "a", type: "RAW", value: "[]" },
      {
        id: "b",
        type: "HANDLER",
        name: "throw",
        value: { isError: true, value: { message: "no", name: "Error", stack: "" } },
      },
    ]);
    close();
  });
  test("hands over the bytes of a file", async () => {
    const { state, worker, page, close } = open();
    page.postMessage({ id: "a", type: "APPLY", path: ["readFile"], argumentList: [] });
    await settled();
    const bytes = Uint8Array.of(1, 2, 3);
    worker.postMessage({ id: "a", type: "RAW", value: bytes }, [bytes.buffer]);
    await settled();
    expect(state.heard).toEqual([{ id: "a", type: "RAW", value: Uint8Array.of(1, 2, 3) }]);
    close();
  });
  test("an answer that is too much of something becomes a refusal", async () => {
    const { state, worker, page, close } = open();
    page.postMessage({ id: "a", type: "APPLY", path: ["run"], argumentList: [] });
    await settled();
    worker.postMessage({ id: "a", type: "RAW", value: Array(1_000).fill({ junk: 1 }) });
    await settled();
    expect(state.heard).toMatchObject([{ id: "a", name: "throw" }]);
    expect(JSON.stringify(state.heard)).not.toContain("junk");
    close();
  });
  test.each([
    ["on the page's port", (worker: MessagePort) => worker.postMessage({ junk: 1 })],
    ["elsewhere", (_: MessagePort, refuse: () => void) => refuse()],
  ])("junk %s passes nowhere and is never taken: a thousand times is the end", async (_, junk) => {
    const { state, worker, link, close } = open();
    state.isTaking = true;
    for (let i = 0; i < most.messages; i++) junk(worker, link.refuse);
    await settled();
    expect(state.heard).toEqual([]);
    junk(worker, link.refuse);
    await settled();
    expect(state.heard).toEqual([ended]);
    expect(state.told.at(-1)).toBe("broken");
    close();
  });
});
