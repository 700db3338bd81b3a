import { isObject } from "../notebook/exactJson";
import type { Json } from "../notebook/nbformat";
import { type Language, texts } from "../text";

type Meta = { readonly [name: string]: number | undefined };
type Filled = (...parts: string[]) => string;

const whole = (value: number) => value.toLocaleString("en");
const short = (value: number) => String(Number(value.toPrecision(4))).replace("-", "−");

/** A trace of `plot`'s in words, from what it says of all the values behind it; null for any other. */
export function describeOwn(language: Language, { meta, name }: Json): string | null {
  if (!isObject(meta) || typeof meta.about !== "string" || !Object.hasOwn(texts.ownFigure, meta.about)) return null;
  const about = meta.about as keyof typeof texts.ownFigure;
  const { count, unfit, low, high, xLow, xHigh, mean, std, first, last, every, ...more } = meta as Meta & Json;
  if (typeof count !== "number") return null;
  const head = texts.ownFigure[about][language] as Filled;
  const words = (key: keyof typeof texts.ownParts, values: readonly unknown[], form: (value: number) => string) =>
    values.every((value) => typeof value === "number")
      ? (texts.ownParts[key][language] as Filled)(...(values as number[]).map(form))
      : null;
  const title = typeof name === "string" ? ` “${name.replace(/<[^>]*>/g, "")}”` : "";
  const sizes = about === "heatmap" ? [whole(Number(more.rows)), whole(Number(more.columns))] : [title, whole(count)];
  const parts = [
    `${head(...sizes)} ${words("range", [low, high], short) ?? ""}`.trim(),
    words("across", [xLow, xHigh], short),
    words("moments", [mean, std], short),
    peakWords(language, more),
    words("ends", [first, last], short),
    words("block", [more.blockRows, more.blockColumns], whole),
    words(about === "line" ? "outline" : "every", [every], whole),
    unfit ? words("unfit", [unfit], whole) : null,
  ];
  return parts.filter(Boolean).join(language === "zh" ? "，" : ", ");
}

function peakWords(language: Language, { peakFrom, peakTo, peakCount }: Json): string | null {
  if (typeof peakFrom !== "number" || typeof peakTo !== "number" || typeof peakCount !== "number") return null;
  return texts.ownParts.peak[language](short(peakFrom), short(peakTo), whole(peakCount));
}
