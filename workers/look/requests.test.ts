import fc from "fast-check";
import { expect, test } from "vitest";
import "../../scripts/propertySeed";
import { fromValues, numpy, Parameter, Tensor } from "../../engine";
import type { LookRequest, OneForm } from "../protocol";
import { Handles, shownOf } from "./handles";
import { Looks } from "./looks";
import { lookLimit, readLook } from "./readLook";

const looks = new Looks(true);
looks.begin(1);
const handleOf = (value: Tensor) => (looks.form(value) as OneForm).handle!;
const cube = handleOf(Tensor.of(numpy.arange(24).view([2, 3, 4], [12, 4, 1])));
const parameter = handleOf(new Parameter(Tensor.of(numpy.zeros([2], "float32"))));
const empty = handleOf(Tensor.of(numpy.zeros([0, 3, 2], "float32")));
const single = handleOf(Tensor.of(fromValues([2n ** 60n], [], "int64")));

const kinds = ["form", "statistics", "histogram", "picture", "slice", "mark", "revisions", "compare"] as const;
const handle = fc.constantFrom(cube, parameter, empty, single);
const anything = fc.anything({ maxDepth: 1 });
const numeral = fc.oneof(
  fc.double(),
  fc.constantFrom("nan", "inf", "-inf", "-0", "1234567890123456789", "x"),
  fc.string(),
);
const or = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: anything });
const span = fc.tuple(fc.nat(5), fc.nat(5));
const source = fc.record({ handle, revision: or(fc.constantFrom(undefined, 0, 1)) }, { requiredKeys: ["handle"] });
const request = fc.record(
  {
    kind: or(fc.constantFrom(...kinds)),
    of: or(source),
    with: or(source),
    picks: or(
      fc.array(fc.oneof(fc.constantFrom("rows", "columns"), fc.integer({ min: -2, max: 4 })), { maxLength: 4 }),
    ),
    rows: or(fc.oneof(span, fc.integer({ min: 0, max: 600 }))),
    columns: or(fc.oneof(span, fc.integer({ min: 0, max: 600 }))),
    bins: or(fc.integer({ min: 0, max: 1_100 })),
    range: or(fc.tuple(numeral, numeral)),
    open: anything,
  },
  { requiredKeys: ["kind", "of"] },
);

test("whatever is asked, the answer is one that the border knows, or a refusal that says why", () => {
  let answered = 0;
  fc.assert(
    fc.property(request, (request) => {
      const answer = looks.look(request as unknown as LookRequest);
      const read = readLook(request.kind as LookRequest["kind"], JSON.stringify(answer));
      expect(read).toEqual(JSON.parse(JSON.stringify(answer)));
      if (read.kind === "answer") answered++;
      else expect([read.message.length > 10, read.message.includes("look failed")]).toEqual([true, false]);
    }),
    { numRuns: 3_000 },
  );
  expect(answered).toBeGreaterThan(50);
});

test.each([
  [{ kind: "paint", of: { handle: cube } }, "kind: expected form, statistics"],
  [{ kind: "statistics" }, "of: expected an object, but got undefined."],
  [
    { kind: "statistics", of: { handle: cube }, picks: [0, "rows"] },
    "expected one pick for each axis of the shape (2, 3, 4), but got 2",
  ],
  [{ kind: "histogram", of: { handle: cube }, bins: 0 }, "bins: expected a whole number from 1 to 1000, but got 0."],
  [{ kind: "histogram", of: { handle: cube }, range: [0, "inf"] }, "range: expected two finite numbers in order"],
  [
    { kind: "mark", of: { handle: cube }, range: [2, 1], rows: 1, columns: 1 },
    "range: expected two numbers in order, but got [2,1].",
  ],
  [
    { kind: "picture", of: { handle: cube }, rows: 600, columns: 1 },
    "rows: expected a whole number from 1 to 512, but got 600.",
  ],
  [
    { kind: "slice", of: { handle: cube }, rows: [0, 4], columns: [0, 1] },
    "rows, their end: expected a whole number from 0 to 3",
  ],
  [
    { kind: "compare", of: { handle: cube }, with: { handle: parameter }, rows: 1, columns: 1 },
    "expected two arrays of one shape, but got (2, 3, 4) and (2,)",
  ],
])("%j is refused: %s", (request, message) => {
  expect(looks.look(request as unknown as LookRequest)).toEqual({
    kind: "refused",
    reason: "wrong",
    message: expect.stringContaining(message),
  });
});

test("every answer about large arrays of every dtype stays within a megabyte", () => {
  for (const dtype of ["float32", "float64", "complex128", "int64"] as const) {
    const values = numpy.ones([700, 900], dtype);
    if (dtype === "float64") for (let i = 0; i < values.size; i++) values.write(i, Math.sin(i) / (i % 100));
    const of = { handle: handleOf(Tensor.of(values)) };
    const size = (request: LookRequest) => JSON.stringify(looks.look(request)).length;
    const [rows, columns] = [512, 512];
    expect(size({ kind: "picture", of, rows, columns })).toBeLessThan(lookLimit);
    expect(size({ kind: "picture", of, rows: 1, columns })).toBeLessThan(lookLimit);
    expect(size({ kind: "mark", of, rows, columns, range: [0, 1] })).toBeLessThan(lookLimit);
    expect(size({ kind: "compare", of, with: of, rows, columns })).toBeLessThan(lookLimit);
    expect(size({ kind: "slice", of, rows: [0, 100], columns: [0, 100] })).toBeLessThan(lookLimit);
    expect(size({ kind: "form", of })).toBeLessThan(200_000);
  }
});

test("the oldest revisions go when there are too many bytes of them", () => {
  const own = new Looks(true);
  own.begin(3);
  const param = new Parameter(Tensor.of(numpy.zeros([2 ** 22], "float32"))); // 16 MB
  for (let i = 1; i <= 6; i++) param.setData(Tensor.of(numpy.ones([2 ** 22], "float32")));
  const of = { handle: (own.form(param) as OneForm).handle! };
  const list = own.look({ kind: "revisions", of });
  expect(list).toMatchObject({
    kind: "answer",
    answer: [0, 1, 2, 3, 4, 5, 6].map((number) => ({ number, cell: number === 0 ? 0 : 3, kept: number >= 2 })),
  });
  expect(own.look({ kind: "statistics", of: { ...of, revision: 0 } })).toMatchObject({
    kind: "refused",
    reason: "gone",
  });
});

test("handles hold 256 MB at most, or the newest; what somebody else holds can still be asked about", () => {
  const handles = new Handles();
  const megabytes = (count: number) => Tensor.of(numpy.zeros([count * 2 ** 18], "float32"));
  const first = megabytes(64);
  const known = [handles.add(shownOf(first)), handles.add(shownOf(first))];
  expect(handles.bytes).toBe(2 ** 26);
  for (let i = 0; i < 3; i++) handles.add(shownOf(megabytes(64)));
  expect(handles.bytes).toBe(2 ** 28);
  handles.add(shownOf(megabytes(300)));
  expect(handles.bytes).toBe(300 * 2 ** 20);
  expect(known.every((handle) => handles.get(handle)?.array === first.asnumpy())).toBe(true);
  for (const handle of known) handles.release(handle);
  expect(known.some((handle) => handles.get(handle))).toBe(false);
});
