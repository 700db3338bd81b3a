"use client";

import { useId, useRef, useState } from "react";
import type { Comparison, Revision, Source } from "../../workers/protocol";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import type { Language } from "../text";
import { say as sayIn } from "../text";
import { Axes } from "./Axes";
import { Bars } from "./Bars";
import { sizeFor, tilesFor } from "./fit";
import { HeatmapPlot } from "./HeatmapPlot";
import styles from "./lens.module.css";
import { numeralText, shortText } from "./numerals";
import { extentOf, indexText, suitable } from "./picks";
import { Readout } from "./Readout";
import { spanOf, tileOf } from "./tiles";
import { useAnswer } from "./useAnswer";
import { type Other, useOthers } from "./useOthers";
import { useSight } from "./useScroller";
import { useTiles } from "./useTiles";
import type { ViewProps } from "./views";
import { Waiting } from "./Waiting";

/** Room for the labels at the sides of the picture, in px. */
const aside = 48;

/** Two arrays of one shape, or two revisions of a parameter, and how they differ. */
export function CompareView({ form, ask, handle, choice, choose }: ViewProps & { handle: string | null }) {
  const say = useWords();
  const id = useId();
  const language = useNotebook((state) => state.language);
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const others = useOthers(form, handle);
  const of = { handle: handle ?? "" };
  const revisions = useAnswer(ask, form.kind === "parameter" && handle ? { kind: "revisions", of } : null);
  const sides = sidesOf(of, revisions.answer ?? [], others, form.shape, language, say("lensThis"));
  const [before, after] = chosen(sides, choice.before, choice.after);

  const picks = suitable(choice.picks ?? form.picks, form.shape);
  const extent = extentOf(picks, form.shape);
  const size = sizeFor(extent, Math.max(96, (sight?.width ?? 720) - aside));
  const { answer, trouble } = useAnswer(
    ask,
    before && after && before !== after
      ? { kind: "compare", of: after.source, with: before.source, picks, ...tilesFor(extent, size) }
      : null,
  );

  const isAlone = sides.length < 2 && (form.kind !== "parameter" || revisions.answer !== undefined);
  return (
    <div ref={box} aria-busy={!answer && !isAlone} data-lens="compare">
      <div className={styles.axes} hidden={isAlone}>
        {(
          [
            ["lensBefore", "before", before],
            ["lensAfter", "after", after],
          ] as const
        ).map(([words, end, side]) => (
          <label key={end} htmlFor={`${id}-${end}`}>
            <span>{say(words)}</span>
            <select
              id={`${id}-${end}`}
              value={side?.key ?? ""}
              onChange={(event) => choose({ [end]: event.target.value })}
            >
              {sides.map(({ key, words, isKept }) => (
                <option key={key} value={key} disabled={!isKept}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {!isAlone && <Axes {...{ form, ask, choice, choose }} />}
      {isAlone ? (
        <p className={styles.note}>{say("lensNothingElse")}</p>
      ) : answer ? (
        <Difference
          {...{ answer, picks, extent, size }}
          onGo={(at) => choose({ picks: picks.map((pick, axis) => (typeof pick === "number" ? at[axis]! : pick)) })}
          dtype={form.dtype}
          width={sight?.width ?? 720}
        />
      ) : (
        <Waiting trouble={revisions.trouble ?? trouble} size={size} indent={aside - 8} />
      )}
    </div>
  );
}

/** `isSame`: a revision whose values are those before it. */
type Side = { key: string; words: string; source: Source; isKept: boolean; isSame?: boolean };

function sidesOf(
  of: Source,
  revisions: readonly Revision[],
  others: readonly Other[],
  shape: readonly number[],
  language: Language,
  own: string,
): Side[] {
  const wordsOf = ({ number, by, cell, kept }: Revision) => {
    const how = by === "created" ? sayIn(language, "lensCreated") : by;
    const words = sayIn(language, "lensRevision", number, how, cell ? String(cell) : "");
    return kept ? words : `${words} ${sayIn(language, "lensNotKept")}`;
  };
  return [
    ...revisions
      .filter((revision) => revision.shape.join() === shape.join())
      .map((revision) => ({
        key: `#${revision.number}`,
        words: wordsOf(revision),
        source: { ...of, revision: revision.number },
        isKept: revision.kept,
        isSame: revision.by === "init_data",
      })),
    ...(revisions.length === 0 ? [{ key: "this", words: own, source: of, isKept: true }] : []),
    ...others.map(({ handle, name }) => ({ key: handle, words: name, source: { handle }, isKept: true })),
  ];
}

/** The two that the reader has chosen; else the last two revisions that differ, or this array and the first other one. */
function chosen(sides: readonly Side[], before?: string, after?: string): [Side | undefined, Side | undefined] {
  const kept = sides.filter(({ isKept }) => isKept);
  const revisions = kept.filter(({ key }) => key.startsWith("#"));
  const changes = revisions.filter(({ isSame }) => !isSame);
  const own = changes.length > 1 ? changes : revisions;
  const [first, last] =
    own.length > 1
      ? [own.at(-2), own.at(-1)]
      : own.length === 1
        ? [own[0], kept.find((side) => side !== own[0])]
        : [kept[1], kept[0]];
  const find = (key: string | undefined) => kept.find((side) => side.key === key);
  return [find(before) ?? first, find(after) ?? last];
}

type DifferenceProps = {
  answer: Comparison;
  picks: ReturnType<typeof suitable>;
  extent: { rows: number; columns: number };
  size: { width: number; height: number };
  dtype: string;
  width: number;
  /** Shows the slice of this element. */
  onGo(at: readonly number[]): void;
};

function Difference({ answer, picks, extent, size, dtype, width, onGo }: DifferenceProps) {
  const say = useWords();
  const [choice, choose] = useState<readonly [row: number, column: number]>([0, 0]);
  const shown = useTiles(answer.picture, "max");
  const number = (value: number) => value.toLocaleString("en");
  const tile =
    shown &&
    tileOf(choice[0], shown.tiles.rows, shown.tiles.sourceRows) * shown.tiles.columns +
      tileOf(choice[1], shown.tiles.columns, shown.tiles.sourceColumns);
  return (
    <>
      <dl className={styles.summary}>
        <div>
          <dt>{say("lensMaxAbs")}</dt>
          <dd translate="no" data-fact="maxAbs">
            {numeralText(answer.maxAbs, dtype)}
            {answer.at && " "}
            {answer.at && (
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  onGo(answer.at!);
                  choose([answer.at![picks.indexOf("rows")] ?? 0, answer.at![picks.indexOf("columns")] ?? 0]);
                }}
              >
                {say("lensAt", `[${answer.at.join(", ")}]`)}
              </button>
            )}
          </dd>
        </div>
        <div>
          <dt>{say("lensChanged")}</dt>
          <dd translate="no" data-fact="changed">
            {say(
              "lensMarkedCount",
              number(answer.changed),
              number(answer.size),
              `${shortText((100 * answer.changed) / Math.max(1, answer.size), 3)} %`,
            )}
          </dd>
        </div>
        <div>
          <dt>{say("lensMeanAbs")}</dt>
          <dd translate="no" data-fact="meanAbs">
            {typeof answer.meanAbs === "number" ? shortText(answer.meanAbs, 8) : (answer.meanAbs ?? "–")}
          </dd>
        </div>
      </dl>
      {answer.changed === 0 ? (
        <p className={styles.note}>{say("lensSame")}</p>
      ) : (
        <>
          {shown && tile !== null && (
            <div className={styles.picture} data-lens="difference">
              <HeatmapPlot
                {...shown}
                {...{ size, extent }}
                at={choice}
                label={`${say("lensDifference")}. ${say(
                  "lensHeatmap",
                  number(extent.rows),
                  number(extent.columns),
                  shortText(shown.domain?.low ?? Number.NaN),
                  shortText(shown.domain?.high ?? Number.NaN),
                )}`}
                onAt={choose}
              />
            </div>
          )}
          {shown && tile !== null && (
            <Readout
              words={`|Δ| ${indexText(
                picks,
                spanWords(spanOf(Math.floor(tile / shown.tiles.columns), shown.tiles.rows, shown.tiles.sourceRows)),
                spanWords(spanOf(tile % shown.tiles.columns, shown.tiles.columns, shown.tiles.sourceColumns)),
              )} = ${shortText(shown.numbers[tile] ?? Number.NaN, 9)}`}
            />
          )}
          {answer.histogram.counts.length > 0 && <Bars histogram={answer.histogram} dtype="float64" width={width} />}
        </>
      )}
    </>
  );
}

const spanWords = ([from, to]: readonly [number, number]) => (to - from > 1 ? `${from}:${to}` : from);
