import { raised } from "./plot.mjs";

/** What the table of time against size is made of: elements 10² … 10⁸, and channels of a 3×3 layer on 28×28. */
export const sizeCases = [
  ...[2, 3, 4, 5, 6, 7, 8].flatMap((power) =>
    [
      ["x + x", "double"],
      ["exp", "exp"],
      ["sum", "sum"],
      ["Normal", "normal"],
    ].map(([label, kind]) => ({ label, size: 10 ** power, one: { kind, size: 10 ** power } })),
  ),
  ...[8, 16, 32, 64, 128, 256, 512].map((channels) => ({
    label: "conv 3×3, channels",
    size: channels,
    one: {
      kind: "conv",
      x: [1, channels, 28, 28],
      weight: [channels, channels, 3, 3],
      stride: 1,
      padMode: "same",
    },
  })),
];

/** The rows of results/kernels.json as tables in Markdown: one for elements, one for channels, a column for each size. */
export function sizesTable(rows) {
  const labels = [...new Set(rows.map(({ label }) => label))];
  const isOfChannels = (label) => label.includes("channels");
  return [labels.filter((label) => !isOfChannels(label)), labels.filter(isOfChannels)]
    .filter((group) => group.length > 0)
    .map((group) => {
      const sizes = [...new Set(rows.filter(({ label }) => group.includes(label)).map(({ size }) => size))];
      const head = sizes.map((size) =>
        isOfChannels(group[0]) ? `${size}` : `10${raised(Math.round(Math.log10(size)))}`,
      );
      const lines = group.map((label) => [
        label,
        ...sizes.map((size) => timeText(rows.find((row) => row.label === label && row.size === size)?.ms)),
      ]);
      const rule = ["---", ...sizes.map(() => "---:")];
      return [["", ...head], rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    })
    .join("\n\n");
}

function timeText(ms) {
  if (ms === undefined) return "–";
  const [value, unit] = ms < 1 ? [ms * 1000, "µs"] : ms < 1000 ? [ms, "ms"] : [ms / 1000, "s"];
  return `${Number(value.toPrecision(2))} ${unit}`;
}
