"use client";

import { useRef } from "react";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { sizeFor, tilesFor } from "./fit";
import { HeatmapPlot } from "./HeatmapPlot";
import { isShownFirst } from "./known";
import styles from "./lens.module.css";
import { MarkedNote } from "./MarkedNote";
import { numeralText, shortText } from "./numerals";
import { extentOf, indexText, suitable } from "./picks";
import { Readout } from "./Readout";
import { Switch } from "./Switch";
import { measures, spanOf, type Tiles, tileOf } from "./tiles";
import { useAnswer } from "./useAnswer";
import { useSight } from "./useScroller";
import { useShares, useTiles } from "./useTiles";
import type { ViewProps } from "./views";
import { Waiting } from "./Waiting";

/** Room for the labels at the sides of the picture, in px. */
const aside = 48;

/** A slice as a picture: an element a cell, or where there are too many a tile of them. */
export function HeatmapView({ form, ask, choice, choose }: ViewProps) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const of = { handle: form.handle ?? "" };
  const picks = suitable(choice.picks ?? form.picks, form.shape);
  const extent = extentOf(picks, form.shape);
  const size = sizeFor(extent, Math.max(96, (sight?.width ?? 720) - aside));
  const asked = tilesFor(extent, size);
  const { answer: fine, isFresh, trouble } = useAnswer(ask, sight && { kind: "picture", of, picks, ...asked });
  const answer = fine ?? (isShownFirst(form, picks) ? form.picture : undefined);
  const measure = choice.measure ?? "mean";
  const shown = useTiles(answer, measure);
  const tiles = shown?.tiles;
  const { range } = choice;
  const mark = useAnswer(
    ask,
    range && tiles ? { kind: "mark", of, picks, range, rows: tiles.rows, columns: tiles.columns } : null,
  );
  const shares = useShares(tiles, range, mark);

  const [row, column] = choice.at ?? [0, 0];
  const at = [Math.min(row, extent.rows - 1), Math.min(column, extent.columns - 1)] as const;
  const index =
    tiles &&
    tileOf(at[0], tiles.rows, tiles.sourceRows) * tiles.columns + tileOf(at[1], tiles.columns, tiles.sourceColumns);
  const value = index === undefined ? Number.NaN : (tiles?.mean[index] ?? Number.NaN);
  const needsText =
    tiles?.rule === "each" &&
    (/^complex/.test(form.dtype) || (/^u?int64$/.test(form.dtype) && Math.abs(value) >= 2 ** 53));
  const exact = useAnswer(
    ask,
    needsText && choice.at ? { kind: "slice", of, picks, rows: [at[0], at[0] + 1], columns: [at[1], at[1] + 1] } : null,
  );

  const wordsAt = (tiles: Tiles, tile: number): string => {
    const [fromRow, toRow] = spanOf(Math.floor(tile / tiles.columns), tiles.rows, tiles.sourceRows);
    const [fromColumn, toColumn] = spanOf(tile % tiles.columns, tiles.columns, tiles.sourceColumns);
    const place = indexText(picks, spanText(fromRow, toRow), spanText(fromColumn, toColumn));
    if (tiles.rule === "each") {
      const text = needsText
        ? exact.isFresh
          ? exact.answer?.texts[0]?.[0]
          : undefined
        : elementText(tiles.mean[tile]!, form.dtype);
      return `${place} = ${text ?? "…"}`;
    }
    const [least, mean, greatest] = [tiles.min[tile]!, tiles.mean[tile]!, tiles.max[tile]!];
    return say(
      "lensTile",
      place,
      elementText(least, form.dtype),
      shortText(mean, 7),
      elementText(greatest, form.dtype),
    );
  };

  return (
    <>
      <MarkedNote {...{ form, ask, choice, choose, picks }} />
      {tiles?.rule === "tiles" && (
        <div className={styles.row}>
          <span className={styles.hint}>{say("lensMeasure")}</span>
          <Switch
            label={say("lensMeasure")}
            options={measures.map((key) => ({ key, words: texts.lensMeasures[key][language] }))}
            value={measure}
            onChange={(key) => choose({ measure: key })}
          />
        </div>
      )}
      <div
        ref={box}
        className={styles.picture}
        aria-busy={!answer}
        data-lens="heatmap"
        data-fresh={isFresh || undefined}
      >
        {shown && tiles ? (
          <HeatmapPlot
            {...shown}
            {...{ size, shares, at, extent }}
            label={say(
              "lensHeatmap",
              extent.rows.toLocaleString("en"),
              extent.columns.toLocaleString("en"),
              shortText(shown.domain?.low ?? Number.NaN),
              shortText(shown.domain?.high ?? Number.NaN),
            )}
            onAt={(next) => choose({ at: next })}
            onOpen={(next) => choose({ at: next, view: "table" })}
          />
        ) : (
          <Waiting {...{ trouble, size }} isSlice indent={aside - 8} />
        )}
      </div>
      <Readout
        words={tiles && choice.at && index !== undefined ? wordsAt(tiles, index) : ""}
        hint={tiles && say("lensPoint")}
        note={answer ? trouble : undefined}
      />
      {tiles?.rule === "tiles" && (
        <p className={styles.rule}>
          {say(
            "lensReduced",
            ...([tiles.sourceRows, tiles.sourceColumns, tiles.rows, tiles.columns].map((n) =>
              n.toLocaleString("en"),
            ) as [string, string, string, string]),
          )}
        </p>
      )}
    </>
  );
}

const spanText = (from: number, to: number) => (to - from > 1 ? `${from}:${to}` : from);
const elementText = (value: number, dtype: string) => numeralText(value, /^complex/.test(dtype) ? "float64" : dtype);
