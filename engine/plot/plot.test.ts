import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DType, fromValues, Parameter, plot, Tensor } from "..";

type Bars = { x: number[]; y: number[]; width: number[]; name?: string; meta: { [key: string]: number } };
const barsOf = (figure: plot.Figure) => figure.data as unknown as Bars[];
const array = (values: readonly number[], dtype: DType = "float64", shape = [values.length]) =>
  fromValues(values, shape, dtype);

describe("histogram", () => {
  // numpy.histogram([1, 2, 2, 3, 4], 3), NumPy 1.24: counts [1, 2, 2], edges [1, 2, 3, 4]
  test("counts as NumPy does, the last bin with its upper edge", () => {
    const [{ x, y, width }] = barsOf(plot.histogram([array([1, 2, 2, 3, 4])], { bins: 3 })) as [Bars];
    expect([x, y, width]).toEqual([
      [1.5, 2.5, 3.5],
      [1, 2, 2],
      [1, 1, 1],
    ]);
  });
  test("puts several tensors on the same bins, each with its name", () => {
    const weight = new Parameter(new Tensor(array([0, 1])), { name: "weight" });
    const bars = barsOf(plot.histogram([weight, array([3, 4])], { bins: 4 }));
    expect(bars.map(({ name, y }) => [name, y])).toEqual([
      ["weight", [1, 1, 0, 0]],
      ["2", [0, 0, 0, 2]],
    ]);
  });
  test("gives whole numbers bins of equally many whole numbers", () => {
    const [{ x, y }] = barsOf(plot.histogram([array([0, 1, 1, 5], "int32")], { bins: 10 })) as [Bars];
    expect([x, y]).toEqual([
      [0, 1, 2, 3, 4, 5],
      [1, 2, 0, 0, 0, 1],
    ]);
  });
  const value = fc.oneof(fc.double(), fc.constantFrom(0, -0, 5e-324, Number.NaN, Infinity, -Infinity, 1, 1));
  test("counts every finite value exactly once, whatever they are, and areas are 1", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 50 }), fc.integer({ min: 1, max: 40 }), (values, bins) => {
        const finite = values.filter(Number.isFinite);
        const [{ y, meta }] = barsOf(plot.histogram([array(values)], { bins })) as [Bars];
        expect(y.reduce((sum, count) => sum + count, 0)).toBe(finite.length);
        expect(meta.unfit).toBe(values.length - finite.length);
        const range = Math.max(...finite) - Math.min(...finite);
        if (finite.length === 0 || finite.some((x) => Math.abs(x) > 1e300) || (range > 0 && range < 1e-280)) return; // no height for such areas
        const [bars] = barsOf(plot.histogram([array(values)], { bins, density: true })) as [Bars];
        expect(bars.y.reduce((sum, height, bin) => sum + height * bars.width[bin]!, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
  test("of floats equals a count value by value over its own edges", () => {
    const float = fc.float({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(float, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 30 }),
        (values, bins) => {
          const [{ x, y, width }] = barsOf(plot.histogram([array(values, "float32")], { bins })) as [Bars];
          const edges = [...x.map((centre, bin) => centre - width[bin]! / 2), Number.POSITIVE_INFINITY];
          // values at an edge itself, where the sum above may round the other way, are not compared
          if (values.some((each) => edges.some((edge) => Math.abs(each - edge) < 1e-9))) return;
          expect(y).toEqual(
            x.map(
              (_, bin) =>
                values.filter((each) => each >= edges[bin]! && (each < edges[bin + 1]! || bin === x.length - 1)).length,
            ),
          );
        },
      ),
    );
  });
  test.each([
    ["no bins", [array([1])], { bins: 0 }, "the 'bins' must be int and in range [1, 1000], but got '0'"],
    ["half a bin", [array([1])], { bins: 1.5 }, "but got '1.5'"],
    ["nothing", [], {}, "there must be a tensor"],
    ["complex numbers", [array([1], "complex64")], {}, "must be real numbers, but got 'Complex64'"],
  ])("refuses %s", (_, values, options, words) => {
    expect(() => plot.histogram(values, options)).toThrow(words);
  });
});

describe("heatmap", () => {
  test("has the first row first, and colours of both signs around 0", () => {
    const { data, layout } = plot.heatmap(array([1, -2, 3, 4], "float32", [2, 2]));
    expect(data[0]).toMatchObject({
      z: [
        [1, -2],
        [3, 4],
      ],
      zmin: -4,
      zmax: 4,
    });
    expect(layout.yaxis).toEqual({ autorange: "reversed" });
  });
  test("reduces by means of blocks, leaves gaps for what is not finite, and says so", () => {
    const values = Array.from({ length: 512 }, (_, i) => (i < 2 ? Number.NaN : i));
    const figure = plot.heatmap(array(values));
    const [{ z, meta }] = figure.data as unknown as [{ z: (number | null)[][]; meta: object }];
    expect(z[0]!.slice(0, 3)).toEqual([null, 2.5, 4.5]);
    expect(meta).toMatchObject({ rows: 1, columns: 512, blockRows: 1, blockColumns: 2, low: 2, high: 511, unfit: 2 });
    expect(`${figure}`).toBe("<plot.heatmap of 1 × 512 values, each cell the mean of 1 × 2>");
  });
  test("names the shape that it cannot draw", () => {
    expect(() => plot.heatmap(array([1], "float32", [1, 1, 1]))).toThrow("but got shape (1, 1, 1): pick a slice");
  });
});

describe("line and scatter", () => {
  test("a long line keeps its peaks", () => {
    const values = new Array<number>(100_001).fill(0);
    values[54_321] = 7;
    values[77_777] = -7;
    const { data } = plot.line([array(values, "float32")]);
    const drawn = data[0]!.y as number[];
    expect([drawn.length <= 4_000, Math.max(...drawn), Math.min(...drawn)]).toEqual([true, 7, -7]);
    expect(data[0]!.meta).toMatchObject({ count: 100_001, low: -7, high: 7, every: 51 });
  });
  test("x and y of different lengths are refused", () => {
    expect(() => plot.scatter([1, 2], [1])).toThrow("must be of one length, but got 2 and 1");
    expect(() => plot.line([[1, 2]], { x: [1] })).toThrow("but got 1 and 2");
  });
});

test("ten million values make a figure of a few kilobytes, whatever the plot", () => {
  const many = new Tensor(fromValues(new Float32Array(2_000_000), [2_000_000], "float32"));
  const figures = [
    plot.histogram([many]),
    plot.line([many]),
    plot.heatmap(many.reshape(1000, 2000)),
    plot.scatter(many, many),
  ];
  expect(figures.map((figure) => figure.toJson().length < 1_000_000)).toEqual([true, true, true, true]);
});

test("bars have a name each", () => {
  expect(plot.bar([1, 2], { names: ["a", "b"] }).data[0]).toMatchObject({ type: "bar", x: ["a", "b"], y: [1, 2] });
  expect(() => plot.bar([1, 2], { names: ["a"] })).toThrow("a name for each bar, but got 1 for 2");
});
