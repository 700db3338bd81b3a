"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { gradientOf, stopsOf } from "./colours";
import styles from "./lens.module.css";
import { shortText } from "./numerals";
import { paint } from "./paint";
import { type Domain, marks, spanOf, type Tiles, tileOf } from "./tiles";

type At = readonly [row: number, column: number];
type Props = {
  tiles: Tiles;
  numbers: Float32Array | Float64Array;
  domain: Domain | null;
  size: { width: number; height: number };
  extent: { rows: number; columns: number };
  shares?: Uint8Array | null;
  label: string;
  at: At;
  onAt(at: At): void;
  onOpen?(at: At): void;
};

/** The picture with its scale; pointer or arrow keys go from tile to tile. */
export function HeatmapPlot({ tiles, numbers, domain, size, extent, shares = null, label, at, onAt, onOpen }: Props) {
  const say = useWords();
  const theme = useNotebook((state) => state.look);
  const canvas = useRef<HTMLCanvasElement>(null);
  const told = useRef<At | null>(null); // where the pointer was last
  const { width, height } = size;
  const [row, column] = [
    tileOf(at[0], tiles.rows, tiles.sourceRows),
    tileOf(at[1], tiles.columns, tiles.sourceColumns),
  ];

  useEffect(() => {
    const element = canvas.current!;
    const { color: ink, backgroundColor: paper } = getComputedStyle(element);
    paint(element, width, height, { tiles, numbers, domain, theme, shares, ink, paper });
    element.dataset.drawn = "true";
  }, [tiles, numbers, domain, theme, shares, width, height]);

  const elementAt = (nextRow: number, nextColumn: number): At => [
    spanOf(clamp(nextRow, tiles.rows), tiles.rows, tiles.sourceRows)[0],
    spanOf(clamp(nextColumn, tiles.columns), tiles.columns, tiles.sourceColumns)[0],
  ];
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const next = elementAt(
      Math.floor(((event.clientY - box.top) / box.height) * tiles.rows),
      Math.floor(((event.clientX - box.left) / box.width) * tiles.columns),
    );
    if (told.current?.join() === next.join()) return;
    told.current = next;
    onAt(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: { [key: string]: [number, number] } = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + 10, column],
      PageUp: [row - 10, column],
      Home: [row, 0],
      End: [row, tiles.columns - 1],
    };
    if (Object.hasOwn(steps, event.key)) onAt(elementAt(...steps[event.key]!));
    else if (event.key === "Enter" && onOpen) onOpen(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const [wide, tall] = [width / tiles.columns, height / tiles.rows];
  const stops = stopsOf(domain, theme);
  return (
    <>
      <div className={styles.plot} style={{ width }}>
        <span className={styles.first} aria-hidden="true">
          0
        </span>
        {extent.rows > 1 && (
          <span className={styles.last} style={{ top: height - 16 }} aria-hidden="true">
            {extent.rows - 1}
          </span>
        )}
        <div
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys walk over it
          tabIndex={0}
          aria-label={label}
          aria-roledescription={say("lensHeatmapRole")}
          className={styles.canvas}
          style={size}
          onFocus={() => onAt(at)}
          onPointerMove={onPointer}
          onPointerDown={onPointer}
          onDoubleClick={() => onOpen?.(at)}
          onKeyDown={onKeyDown}
        >
          <canvas ref={canvas} style={size} />
          <span
            className={styles.cursor}
            style={{
              left: column * wide - 1,
              top: row * tall - 1,
              width: Math.max(wide, 4) + 2,
              height: Math.max(tall, 4) + 2,
            }}
          />
        </div>
        {extent.columns > 1 && (
          <p className={styles.ends} aria-hidden="true">
            <span>0</span>
            <span>{(extent.columns - 1).toString()}</span>
          </p>
        )}
      </div>
      {domain && (
        <figure className={styles.scale} aria-label={say("lensScale")}>
          <div style={{ backgroundImage: gradientOf(stops) }} />
          <figcaption translate="no">
            {[domain.low, (domain.low + domain.high) / 2, domain.high].map((value, index) => (
              <span key={index}>{shortText(value)}</span>
            ))}
          </figcaption>
        </figure>
      )}
      <Signs tiles={tiles} />
    </>
  );
}

/** What the signs in the picture stand for, if there are any. */
function Signs({ tiles }: { tiles: Tiles }) {
  const held = tiles.marks?.reduce((all, mark) => all | mark, 0) ?? 0;
  const signs = (["nan", "positiveInf", "negativeInf"] as const).filter((sign) => held & marks[sign]);
  if (signs.length === 0) return null;
  return (
    <p className={styles.signs}>
      {signs.map((sign) => (
        <span key={sign}>
          <b aria-hidden="true">{{ nan: "×", positiveInf: "▲", negativeInf: "▼" }[sign]}</b>{" "}
          {{ nan: "NaN", positiveInf: "+∞", negativeInf: "−∞" }[sign]}
        </span>
      ))}
    </p>
  );
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
