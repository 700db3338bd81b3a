import { afterEach, expect, test } from "vitest";
import { NDArray, Tensor } from "../../engine";
import { onCheckpoint } from "../../engine/checkpoint";
import { Looks } from "./looks";
import type { LookRequest, OneForm } from "./types";

afterEach(() => {
  onCheckpoint(() => {});
});

const size = 2 ** 23;
const array = new NDArray(
  "float32",
  [2 ** 11, 2 ** 12],
  new Float32Array(size).map((_, i) => Math.sin(i)),
);

/** A session that has shown these numbers, and their handle. */
function shown(value: Tensor | NDArray = Tensor.of(array)) {
  const looks = new Looks(true);
  looks.begin(1);
  const { handle } = looks.form(value) as OneForm;
  looks.end();
  return { looks, of: { handle: handle! } };
}
const slice = (of: { handle: string }): LookRequest => ({ kind: "slice", of, rows: [0, 1], columns: [0, 2] });

test("a form in parts is the form in one go, and lets a table's slice in between", async () => {
  const { looks, of } = shown();
  const order: string[] = [];
  const coming = looks.lookInParts({ kind: "form", of }).then((answer) => {
    order.push("form");
    return answer;
  });
  await new Promise((resolve) => setTimeout(resolve));
  void looks.lookInParts(slice(of)).then(() => order.push("slice"));
  const answer = await coming;
  expect(order).toEqual(["slice", "form"]);
  const other = shown();
  expect(answer).toEqual(other.looks.look({ kind: "form", of: other.of }));
});

test("a view that asks for statistics takes over what is half found", async () => {
  const { looks, of } = shown();
  const coming = looks.lookInParts({ kind: "form", of });
  await new Promise((resolve) => setTimeout(resolve));
  const asked = looks.look({ kind: "statistics", of });
  expect(asked).toMatchObject({
    answer: { size, zeros: 1, negative: array.storage.filter((x) => Number(x) < 0).length },
  });
  expect(await coming).toMatchObject({ answer: { statistics: (asked as { answer: object }).answer } });
});

test("a cell that begins ends a form, which is asked for again after it", async () => {
  const { looks, of } = shown();
  const coming = looks.lookInParts({ kind: "form", of });
  looks.begin(2);
  expect(await coming).toMatchObject({ kind: "refused", reason: "busy" });
  looks.end();
  expect(await looks.lookInParts({ kind: "form", of })).toMatchObject({ kind: "answer" });
});

test("while a cell awaits something it is looked at its numbers, those that it may still change too", () => {
  const small = new NDArray("float32", [2], Float32Array.of(1, 2));
  const large = new NDArray("float32", [2 ** 25], new Float32Array(2 ** 25)); // shown without a copy
  const { looks, of } = shown(large);
  looks.begin(2);
  const now = { handle: (looks.form(small) as OneForm).handle! };
  expect(looks.look({ ...slice(now) } as LookRequest)).toMatchObject({ answer: { texts: [["1.0", "2.0"]] } });
  const most = () => looks.look({ kind: "histogram", of, range: [1, 2], bins: 1 });
  expect(most()).toMatchObject({ answer: { counts: [0] } });
  large.storage[5] = 1;
  expect(most()).toMatchObject({ answer: { counts: [1] } });
  looks.end();
});

test("Stop, pressed while a running cell's numbers are looked at, ends the look as busy and leaves the cell its signal", () => {
  const { looks, of } = shown();
  looks.begin(2);
  onCheckpoint(() => looks.checkTime(true));
  expect(looks.look({ kind: "statistics", of })).toMatchObject({ kind: "refused", reason: "busy" });
  looks.end();
  expect(looks.look({ kind: "statistics", of })).toMatchObject({ kind: "answer" }); // no cell: nothing to be stopped
});
