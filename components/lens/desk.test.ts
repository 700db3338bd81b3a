import { expect, test } from "vitest";
import type { Ask } from "./ask";
import { deskFor } from "./desk";

/** A kernel that answers when it is told to, and what it was asked, in order. */
function kernel() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const ask = ((request: { kind: string; of?: { handle: string } }) => {
    asked.push(`${request.kind} ${request.of?.handle ?? ""}`.trim());
    return new Promise((resolve) => answers.push(() => resolve({ kind: "answer", answer: {} })));
  }) as unknown as Ask;
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { asked, answer, ask: deskFor(ask) };
}
const picture = (handle: string) => ({ kind: "picture", of: { handle }, rows: 1, columns: 1 }) as const;
const slice = (handle: string) => ({ kind: "slice", of: { handle }, rows: [0, 1], columns: [0, 1] }) as never;

test("questions are put one at a time, a table's slice first, then the newest", async () => {
  const { asked, answer, ask } = kernel();
  for (const handle of ["a", "b"]) void ask(picture(handle));
  void ask(slice("c"));
  void ask(picture("d"));
  expect(asked).toEqual(["picture a"]);
  for (let turn = 0; turn < 3; turn++) await answer();
  expect(asked).toEqual(["picture a", "slice c", "picture d", "picture b"]);
});

test("what nobody waits for any more is refused at once and never put", async () => {
  const { asked, answer, ask } = kernel();
  void ask(picture("a"));
  const nobody = new AbortController();
  const dropped = ask(picture("b"), nobody.signal);
  void ask(picture("c"));
  nobody.abort();
  expect(await dropped).toMatchObject({ kind: "refused", reason: "busy" });
  await answer();
  await answer();
  expect(asked).toEqual(["picture a", "picture c"]);
});

test("a form waits for no view, and no view for a form; who lets go never waits", () => {
  const { asked, ask } = kernel();
  void ask({ kind: "form", of: { handle: "a" } });
  void ask({ kind: "form", of: { handle: "b" } });
  void ask(picture("c"));
  void ask({ kind: "release", handles: ["d"] });
  expect(asked).toEqual(["form a", "picture c", "release"]);
});
