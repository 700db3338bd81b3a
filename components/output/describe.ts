import type { Json } from "../notebook/nbformat";
import { type Language, say, texts } from "../text";
import { describeOwn } from "./describeOwn";
import { type Figure, pointsOf } from "./figure";

/** A figure in words, made from its numbers: for who cannot see it, and for a search. */
export function describe(language: Language, { data, layout }: Figure): string {
  const parts = data.slice(0, 12).map((trace) => describeTrace(language, trace));
  if (data.length > 12) parts.push(say(language, "moreTraces", data.length - 12));
  const axes = (["xaxis", "yaxis"] as const)
    .map((name) => titleOf((layout[name] as Json | undefined)?.title))
    .filter(Boolean)
    .join(" × ");
  const title = [titleOf(layout.title), axes && `(${axes})`].filter(Boolean).join(" ");
  return say(language, "figure", title, parts.join(language === "zh" ? "；" : "; "));
}

function describeTrace(language: Language, trace: Json): string {
  const told = describeOwn(language, trace);
  if (told) return told;
  const kinds = texts.traceKinds as { [type: string]: { [L in Language]: string } };
  const isLine = trace.type === "scatter" && (typeof trace.mode !== "string" || trace.mode.includes("lines"));
  const kind = kinds[isLine ? "line" : String(trace.type)]?.[language] ?? String(trace.type);
  const name = typeof trace.name === "string" ? `“${plain(trace.name)}”` : "";
  const numbers = numbersOf(trace);
  const range = numbers && say(language, "fromTo", short(numbers.least), short(numbers.most));
  return [kind, name, say(language, "points", pointsOf(trace).toLocaleString("en")), range].filter(Boolean).join(" ");
}

/** The least and the greatest of what the trace shows. */
function numbersOf(trace: Json): { least: number; most: number } | undefined {
  const main = trace.z ?? trace.values ?? trace.y ?? trace.x;
  const all = (Array.isArray(main) ? main.flat() : []).filter((value): value is number => typeof value === "number");
  if (all.length === 0) return undefined;
  const [first = 0] = all;
  return all.reduce(({ least, most }, value) => ({ least: Math.min(least, value), most: Math.max(most, value) }), {
    least: first,
    most: first,
  });
}

const plain = (text: string) => text.replace(/<[^>]*>/g, " ").trim();
const titleOf = (title: unknown) => plain(String((title as Json | undefined)?.text ?? title ?? ""));
const short = (value: number) => String(Number(value.toPrecision(4)));
