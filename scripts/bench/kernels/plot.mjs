const width = 720;
const height = 380;
const frame = { left: 64, right: 150, top: 24, bottom: 48 };
const colours = ["#1f6f8b", "#b3541e", "#5b7f2b", "#7a4b94"];

/** Time against size as an SVG, both axes logarithmic, from the rows of results/kernels.json. */
export function sizesPlot(rows) {
  const shown = rows.filter(({ label }) => !label.startsWith("conv"));
  const labels = [...new Set(shown.map(({ label }) => label))];
  const sizes = shown.map(({ size }) => Math.log10(size));
  const times = shown.map(({ ms }) => Math.log10(ms));
  const [x0, x1] = [Math.min(...sizes), Math.max(...sizes)];
  const [y0, y1] = [Math.floor(Math.min(...times)), Math.ceil(Math.max(...times))];
  const [right, bottom] = [width - frame.right, height - frame.bottom];
  const x = (power) => Math.round(frame.left + ((power - x0) / (x1 - x0)) * (right - frame.left));
  const y = (power) => Math.round(bottom - ((power - y0) / (y1 - y0)) * (bottom - frame.top));
  const powers = (from, to) => Array.from({ length: Math.floor(to - from + 1.001) }, (_, i) => from + i);
  const grid = [
    ...powers(x0, x1).map(
      (p) =>
        `<path d="M${x(p)} ${frame.top}V${bottom}" class="grid"/><text x="${x(p)}" y="${bottom + 20}" text-anchor="middle">10${raised(p)}</text>`,
    ),
    ...powers(y0, y1).map(
      (p) =>
        `<path d="M${frame.left} ${y(p)}H${right}" class="grid"/><text x="${frame.left - 8}" y="${y(p) + 4}" text-anchor="end">${timeText(p)}</text>`,
    ),
  ];
  const ends = spread(labels.map((label) => y(Math.log10(shown.findLast((row) => row.label === label).ms))));
  const lines = labels.map((label, i) => {
    const points = shown.filter((row) => row.label === label);
    const path = points.map(({ size, ms }) => `${x(Math.log10(size))} ${y(Math.log10(ms))}`).join("L");
    return `<path d="M${path}" fill="none" stroke="${colours[i]}" stroke-width="2"/><text x="${right + 8}" y="${ends[i] + 4}" style="fill:${colours[i]}">${label}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13">
<title>Time against size: ${labels.join(", ")}</title>
<style>text{fill:#666}.grid{stroke:#8884;fill:none}</style>
${[...grid, ...lines].join("\n")}
<text x="${(frame.left + right) / 2}" y="${height - 6}" text-anchor="middle">float32 elements</text>
</svg>
`;
}

/** A whole power's digits as superscripts. */
export const raised = (power) => [...String(power)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("");

function timeText(power) {
  const units = ["ns", "µs", "ms", "s"];
  const unit = Math.floor((power + 6) / 3);
  return `${10 ** (power + 6 - 3 * unit)} ${units[unit]}`;
}

/** Moves labels apart that would overlap. */
function spread(places) {
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place);
  for (let k = 1; k < order.length; k++) order[k].place = Math.max(order[k].place, order[k - 1].place + 16);
  const moved = [...places];
  for (const { place, i } of order) moved[i] = place;
  return moved;
}
