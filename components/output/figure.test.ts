import fc from "fast-check";
import { expect, describe as group, test } from "vitest";
import { describe } from "./describe";
import { BadFigure, readFigure } from "./figure";

group("readFigure", () => {
  test("keeps what is drawn here", () => {
    const figure = {
      data: [
        {
          type: "scatter",
          mode: "lines+markers",
          x: [1, 2],
          y: [3, 4.5],
          name: "loss",
          line: { color: "#ff0000", width: 2 },
        },
        {
          type: "heatmap",
          z: [
            [1, 2],
            [3, null],
          ],
          colorscale: "Viridis",
        },
        { type: "bar", x: ["a", "b"], y: { dtype: "f8", bdata: "AAAAAAAA8D8AAAAAAAAAQA==" } },
      ],
      layout: {
        title: { text: "<b>Loss</b>" },
        xaxis: { title: { text: "step" } },
        yaxis2: { type: "log" },
        height: 300,
      },
    };
    expect(readFigure(figure)).toEqual(figure);
  });
  test("draws what is meant for another canvas as its plain twin, and numbers that JSON has not as nearest", () => {
    const { data } = readFigure({ data: [{ type: "scattergl", y: [{ "sporebook:number": "NaN" }, 1] }] });
    expect(data).toEqual([{ type: "scatter", y: [null, 1] }]);
  });
  test.each([
    ["a picture from elsewhere", { layout: { images: [{ source: "https://evil.example/x.png" }] } }, { layout: {} }],
    ["a map's tiles", { layout: { mapbox: { style: "https://evil.example" } } }, { layout: {} }],
    [
      "a link in a text",
      { layout: { title: "<a href='javascript:alert(1)'>x</a><b>y</b>" } },
      { layout: { title: "x<b>y</b>" } },
    ],
    ["half a mark", { layout: { title: "<a href='x" } }, { layout: { title: "" } }],
    [
      "a colour that is code",
      { layout: { annotations: [{ text: "a", bgcolor: "url(https://evil.example)" }] } },
      { layout: { annotations: [{ text: "a" }] } },
    ],
    ["unknown keys", { layout: { __proto__: null, constructor: 1, updatemenus: [] } }, { layout: {} }],
  ])("leaves out %s", (_, figure, expected) => {
    expect(readFigure({ data: [], ...figure })).toEqual({ data: [], ...expected });
  });
  test.each([
    ["no figure", null, "noFigure"],
    ["traces of other kinds", { data: [{ type: "image", source: "https://evil.example" }] }, "unknownTrace"],
    ["properties of objects as kinds", { data: [{ type: "constructor" }] }, "unknownTrace"],
    ["three million points", { data: [1, 2, 3].map(() => ({ y: Array(1_000_000).fill(0) })) }, "tooManyPoints"],
  ])("refuses %s", (_, figure, reason) => {
    expect(() => readFigure(figure)).toThrow(BadFigure);
    expect(() => readFigure(figure)).toThrow(reason);
  });
  test("lets through no address, whatever comes", () => {
    const evil = fc.constantFrom(
      "https://evil.example/x",
      "javascript:alert(1)",
      "<img src=https://evil.example>",
      "url(https://evil.example)",
      "a",
    );
    const key = fc.constantFrom(
      "x",
      "y",
      "text",
      "name",
      "marker",
      "line",
      "color",
      "source",
      "images",
      "href",
      "title",
      "font",
      "family",
      "src",
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        evil,
        fc.integer(),
        fc.dictionary(key, tie("value")),
        fc.array(tie("value")),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(key, json), fc.dictionary(key, json), (trace, layout) => {
        const { data, layout: clean } = readFigure({ data: [{ ...trace, type: "scatter" }], layout });
        const shown = JSON.stringify([data, clean]);
        expect(shown).not.toContain("<img");
        expect(shown).not.toMatch(/"color":"[^"]*[:(]/);
        for (const name of ["source", "images", "href", "src", "family"]) expect(shown).not.toContain(`"${name}":`);
      }),
    );
  });
});

test("a figure is described by its kinds, its names, its counts and its ranges", () => {
  const figure = readFigure({
    data: [
      { type: "scatter", y: [3, 1, 2], name: "loss" },
      { type: "bar", x: ["a"], y: [7] },
    ],
    layout: { title: { text: "<b>Training</b>" }, xaxis: { title: "step" } },
  });
  expect(describe("en", figure)).toBe(
    "Chart: Training (step). Line “loss” with 3 values from 1 to 3; Bars with 1 value from 7 to 7.",
  );
  expect(describe("zh", figure)).toBe("图表：Training (step)。折线 “loss” 3 个值 从 1 到 3；柱形 1 个值 从 7 到 7。");
});
