"use client";

import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from "react";
import type { Histogram } from "../../workers/protocol";
import { useWords } from "../notebook/words";
import { barsPath, edgeAt, edgesOf, type Span } from "./bins";
import styles from "./lens.module.css";
import { numeralText, shortText } from "./numerals";
import { ticksBetween } from "./ticks";

/** Of the drawing, in px. */
const place = { left: 56, right: 16, top: 8, bottom: 40, height: 232 } as const;

type Props = {
  histogram: Histogram;
  dtype: string;
  width: number;
  /** The marked bins. */
  span?: Span | null;
  onSpan?(span: Span | null): void;
};

/** A histogram with its axes. Bins are marked by dragging over them, or with the two sliders at the ends of what is marked. */
export function Bars({ histogram, dtype, width, span = null, onSpan }: Props) {
  const say = useWords();
  const started = useRef<number | null>(null);
  const edges = useMemo(() => edgesOf(histogram), [histogram]);
  const wide = Math.max(80, width - place.left - place.right);
  const tall = place.height - place.top - place.bottom;
  const bins = histogram.counts.length;
  const [low, high] = [edges[0]!, edges.at(-1)!];
  const most = histogram.counts.reduce((a, b) => Math.max(a, b), 0);
  const total = histogram.counts.reduce((a, b) => a + b, 0);
  const all = useMemo(() => barsPath(histogram, edges, wide, tall), [histogram, edges, wide, tall]);
  const chosen = span ? barsPath(histogram, edges, wide, tall, span) : "";
  const peak = histogram.counts.indexOf(most);
  const xOf = (value: number) => ((value - low) / (high - low || 1)) * wide;
  const words = say(
    "lensHistogram",
    total.toLocaleString("en"),
    shortText(low),
    shortText(high),
    most.toLocaleString("en"),
    shortText(edges[peak]!),
    shortText(edges[peak + 1]!),
  );

  const binAt = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    const value = low + (high - low) * part;
    const after = edges.findIndex((edge) => edge > value);
    return after < 0 ? bins - 1 : Math.max(0, after - 1);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    started.current = binAt(event);
    onSpan?.([started.current, started.current + 1]);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (started.current === null) return;
    const [from, to] = [started.current, binAt(event)].sort((a, b) => a - b) as [number, number];
    if (span?.[0] !== from || span?.[1] !== to + 1) onSpan?.([from, to + 1]);
  };
  const onPointerUp = () => {
    started.current = null;
  };

  return (
    <div className={styles.bars} style={{ height: place.height }}>
      <svg width={width} height={place.height} role="img" aria-label={words}>
        <g transform={`translate(${place.left} ${place.top})`}>
          {ticksBetween(0, most, 4)
            .filter((tick) => Number.isInteger(tick))
            .map((tick) => {
              const y = tall - (tick / (most || 1)) * tall;
              return (
                <g key={tick}>
                  <line x1={0} x2={wide} y1={y} y2={y} className={styles.gridLine} />
                  <text x={-8} y={y + 4} textAnchor="end">
                    {countText(tick)}
                  </text>
                </g>
              );
            })}
          <path d={all} className={styles.bar} data-faded={chosen !== "" || undefined} />
          <path d={chosen} className={styles.bar} />
          <line x1={0} x2={wide} y1={tall} y2={tall} className={styles.axis} />
          {ticksBetween(low, high, Math.max(2, Math.floor(wide / 96))).map((tick) => (
            <text key={tick} x={xOf(tick)} y={tall + 18} textAnchor="middle">
              {shortText(tick, 6)}
            </text>
          ))}
          <text x={wide / 2} y={tall + 34} textAnchor="middle" className={styles.axisName}>
            {say("lensValue")}
          </text>
          <text
            transform={`translate(${-place.left + 12} ${tall / 2}) rotate(-90)`}
            textAnchor="middle"
            className={styles.axisName}
          >
            {say("lensCount")}
          </text>
        </g>
      </svg>
      {onSpan && (
        <div
          className={styles.brush}
          style={{ left: place.left, top: place.top, width: wide, height: tall }}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          data-lens="brush"
        >
          {(["from", "to"] as const).map((end, which) => (
            <Handle
              key={end}
              name={say(end === "from" ? "lensFrom" : "lensTo")}
              at={span?.[which] ?? (which === 0 ? 0 : bins)}
              least={which === 0 ? 0 : (span?.[0] ?? 0) + 1}
              most={which === 0 ? (span?.[1] ?? bins) - 1 : bins}
              left={xOf(edges[span?.[which] ?? (which === 0 ? 0 : bins)]!)}
              isSet={span !== null}
              words={(at) =>
                say(
                  "lensBound",
                  numeralText(histogram.edges[at]!, dtype),
                  (histogram.counts[which === 0 ? at : at - 1] ?? 0).toLocaleString("en"),
                )
              }
              onAt={(at) => {
                const next: Span = which === 0 ? [at, span?.[1] ?? bins] : [span?.[0] ?? 0, at];
                onSpan(next[0] === 0 && next[1] === bins ? null : next);
              }}
              onDrag={(clientX, box) => edgeAt(edges, Math.max(0, Math.min(1, (clientX - box.left) / box.width)))}
            />
          ))}
        </div>
      )}
    </div>
  );
}

type HandleProps = {
  name: string;
  at: number;
  least: number;
  most: number;
  left: number;
  isSet: boolean;
  words(at: number): string;
  onAt(at: number): void;
  onDrag(clientX: number, box: DOMRect): number;
};

/** One end of what is marked. */
function Handle({ name, at, least, most, left, isSet, words, onAt, onDrag }: HandleProps) {
  const isHeld = useRef(false);
  const to = (next: number) => onAt(Math.max(least, Math.min(most, next)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      PageUp: at + 10,
      PageDown: at - 10,
      Home: least,
      End: most,
    }[event.key];
    if (next === undefined) return;
    to(next);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={at}
      aria-valuetext={words(at)}
      className={styles.handle}
      data-set={isSet || undefined}
      style={{ left }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        isHeld.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.stopPropagation();
      }}
      onPointerMove={(event) => {
        if (isHeld.current) to(onDrag(event.clientX, event.currentTarget.parentElement!.getBoundingClientRect()));
      }}
      onPointerUp={() => {
        isHeld.current = false;
      }}
    />
  );
}

const countText = (count: number) => (count >= 1e6 ? `${shortText(count / 1e6)}M` : count.toLocaleString("en"));
