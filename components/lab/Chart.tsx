"use client";

import { useEffect, useRef, useState } from "react";
import type { Series } from "../../workers/lab/protocol";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import styles from "./lab.module.css";
import { shortNumber, ticksOf } from "./numbers";
import type { Shown } from "./useLab";

const height = 272;
const room = { left: 48, right: 12, top: 28, bottom: 44 } as const;

/** Histograms as areas and theories as lines, on one axis. What it shows is in the table under it too. */
export function Chart({ shown: { task, answer } }: { shown: Shown }) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const [width, frame] = useWidth(480);
  const series = answer.drawn.flatMap((each, i) =>
    "refused" in each ? [] : [{ ...each, name: task.choices[i]!.name }],
  );
  const top = topOf(series);
  const x = (at: number) =>
    room.left + ((at - answer.low) / (answer.high - answer.low)) * (width - room.left - room.right);
  const y = (density: number) =>
    height - room.bottom - (Math.min(density, top) / top) * (height - room.top - room.bottom);
  const words = say(
    "labChart",
    series.map(({ name }) => name).join(language === "zh" ? "、" : ", "),
    `(${task.shape.join(", ")})`,
    task.seed,
    shortNumber(answer.low, 3),
    shortNumber(answer.high, 3),
  );
  const floor = y(0);

  return (
    <div ref={frame} data-chart>
      <svg
        className={styles.canvas}
        role="img"
        aria-label={words}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        {ticksOf(0, top, 4).map((at) => (
          <g key={at} className={styles.tick}>
            <line x1={room.left} x2={width - room.right} y1={y(at)} y2={y(at)} />
            <text x={room.left - 8} y={y(at) + 4} textAnchor="end">
              {shortNumber(at, 3)}
            </text>
          </g>
        ))}
        {series.map(({ name, bins }) => (
          <path key={name} className={styles.area} data-series={name} d={stairs(bins, x, y, answer)} />
        ))}
        {series.map(
          ({ name, theory }) =>
            theory && (
              <path
                key={name}
                className={styles.theory}
                data-series={name}
                d={`M${theory.line.map(([at, density]) => `${x(at).toFixed(1)} ${y(density).toFixed(1)}`).join("L")}`}
              />
            ),
        )}
        <text className={styles.legend} x={0} y={12}>
          {say("labDensity")}
        </text>
        <line className={styles.floor} x1={room.left} x2={width - room.right} y1={floor} y2={floor} />
        {ticksOf(answer.low, answer.high, width < 420 ? 5 : 7).map((at) => (
          <text key={at} className={styles.label} x={x(at)} y={floor + 18} textAnchor="middle">
            {shortNumber(at, 3)}
          </text>
        ))}
        <text className={styles.legend} x={(room.left + width - room.right) / 2} y={height - 6} textAnchor="middle">
          {texts.labUnitLegends[task.unit][language]}
        </text>
      </svg>
    </div>
  );
}

/** The highest density that is drawn in full: that of all histograms, and of the lines as far as they are not spikes. */
function topOf(series: readonly Series[]): number {
  const bars = Math.max(1e-300, ...series.flatMap(({ bins, theory }) => (theory?.atom ? [] : bins)));
  const lines = series.flatMap(({ theory }) => theory?.line.map(([, density]) => density) ?? []);
  return Math.max(bars, Math.min(bars * 1.3, Math.max(0, ...lines.filter(Number.isFinite)))) * 1.04;
}

/** The histogram's outline, as far as it is not zero. */
function stairs(
  bins: readonly number[],
  x: (at: number) => number,
  y: (density: number) => number,
  { low, high }: { low: number; high: number },
): string {
  const edge = (i: number) => x(low + ((high - low) * i) / bins.length).toFixed(1);
  const first = bins.findIndex((density) => density > 0);
  const last = bins.findLastIndex((density) => density > 0);
  let path = `M${edge(first)} ${y(0).toFixed(1)}`;
  for (let i = first; i <= last; i++) path += `V${y(bins[i]!).toFixed(1)}H${edge(i + 1)}`;
  return `${path}V${y(0).toFixed(1)}Z`;
}

/** How wide the element is, in pixels, as it changes. */
function useWidth(first: number) {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(240, Math.floor(entry!.contentRect.width))));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [width, element] as const;
}
