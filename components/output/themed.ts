import type { Json } from "../notebook/nbformat";
import type { Figure } from "./figure";

/** The first colours of traces: told apart by those who see few colours too (Okabe and Ito 2008, darkened or lightened). */
const colours = {
  light: ["#0b6a75", "#c05a00", "#6a4c93", "#3f7d20", "#a3312a", "#1f5fa8", "#8a6116", "#5c6067"],
  dark: ["#7fcadb", "#f0a868", "#c4aee6", "#a5d68a", "#f0968c", "#93bbf2", "#dcc07f", "#b5b7b5"],
} as const;

/** The figure in the page's type and colours, where it does not ask for its own. */
export function themed({ data, layout }: Figure, element: HTMLElement, height: number): Figure {
  const style = getComputedStyle(element);
  const colour = (name: string) => {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    element.parentElement!.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  const [ink, soft, grid, paper] = ["--ink", "--ink-soft", "--line", "--raised"].map(colour) as [string, ...string[]];
  const isDark = luminance(ink) > 0.5;
  const axis = { gridcolor: grid, linecolor: grid, zerolinecolor: grid, tickfont: { color: soft }, automargin: true };
  const themedLayout: Json = {
    colorway: colours[isDark ? "dark" : "light"],
    hovermode: "closest",
    dragmode: false,
    margin: { l: 48, r: 16, t: layout.title ? 48 : 16, b: 40 },
    ...layout,
    height,
    width: undefined,
    autosize: true,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: style.fontFamily, size: 13, color: ink, ...(layout.font as Json | undefined) },
    hoverlabel: { bgcolor: paper, bordercolor: grid, font: { color: ink } },
    modebar: { bgcolor: "rgba(0,0,0,0)" },
  };
  for (const name of new Set(["xaxis", "yaxis", ...Object.keys(layout).filter((key) => /^[xy]axis/.test(key))]))
    themedLayout[name] = { ...axis, ...(layout[name] as Json | undefined) };
  return { data: structuredClone(data), layout: themedLayout };
}

/** From 0 (black) to 1 (white), roughly, of a computed colour. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (0.3 * red + 0.6 * green + 0.1 * blue) / 255;
}
