"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { describe } from "./describe";
import { save } from "./download";
import { BadFigure, type Figure, readFigure } from "./figure";
import styles from "./output.module.css";
import type { Rendered } from "./renderers";
import { TextOutput } from "./TextOutput";
import { themed } from "./themed";

type Plotly = typeof import("plotly.js-cartesian-dist-min");
const load = () =>
  import("plotly.js-cartesian-dist-min").then((module) => ("default" in module ? module.default : module) as Plotly);

/** A Plotly figure in the page's colours, with its description in words. Plotly is loaded with the first one. */
export default function PlotOutput({ data, plain }: Rendered) {
  const say = useWords();
  const read = useMemo(() => tryRead(data), [data]);
  if (read instanceof BadFigure)
    return (
      <>
        <p className={styles.cut}>{say(read.reason, read.detail)}</p>
        {plain && <TextOutput text={plain} />}
      </>
    );
  return <Plot figure={read} />;
}

function tryRead(data: unknown): Figure | BadFigure {
  try {
    return readFigure(data);
  } catch (error) {
    if (error instanceof BadFigure) return error;
    throw error;
  }
}

function Plot({ figure }: { figure: Figure }) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const look = useNotebook((state) => state.look);
  const place = useRef<HTMLDivElement>(null);
  const [plotly, setPlotly] = useState<Plotly | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const words = useMemo(() => describe(language, figure), [language, figure]);
  const asked = figure.layout.height;
  const height = Math.min(900, Math.max(160, typeof asked === "number" ? asked : 400));

  useEffect(() => {
    let isWanted = true;
    load().then(
      (loaded) => isWanted && setPlotly(() => loaded),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (!plotly || !element) return;
    const draw = () => {
      const { data, layout } = themed(figure, element, height);
      const config = { displaylogo: false, displayModeBar: false, responsive: true, scrollZoom: false };
      plotly.react(element, data as never, layout as never, config).catch(() => setFailed(true));
    };
    draw();
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", draw);
    return () => scheme.removeEventListener("change", draw);
  }, [plotly, figure, height, look]);

  useEffect(() => {
    const element = place.current;
    return () => {
      if (plotly && element) plotly.purge(element);
    };
  }, [plotly]);

  const download = async (format: "png" | "svg") => {
    if (!plotly || !place.current) return;
    const { width } = place.current.getBoundingClientRect();
    const address = await plotly.toImage(place.current, { format, width, height, scale: format === "png" ? 2 : 1 });
    const comma = address.indexOf(",");
    const content = address.slice(comma + 1);
    const bytes = address.slice(0, comma).endsWith(";base64")
      ? Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
      : decodeURIComponent(content);
    save(new Blob([bytes], { type: format === "png" ? "image/png" : "image/svg+xml" }), `figure.${format}`);
  };

  return (
    <figure className={styles.plot}>
      <div ref={place} role="img" aria-label={words} style={{ height }} data-drawn={plotly !== null || undefined} />
      <figcaption>
        {hasFailed ? say("noPlotly") : <span className={styles.words}>{words}</span>}
        {plotly && (
          <span className={styles.downloads}>
            {(["png", "svg"] as const).map((format) => (
              <button key={format} type="button" onClick={() => void download(format)}>
                {say("figureAs", format.toUpperCase())}
              </button>
            ))}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
