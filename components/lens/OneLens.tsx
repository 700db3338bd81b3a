"use client";

import { type ComponentType, type ReactNode, useId } from "react";
import type { OneForm } from "../../workers/protocol";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { Axes } from "./Axes";
import { CompareView } from "./Compare";
import { firstView, type View } from "./choice";
import { HeatmapView } from "./Heatmap";
import { HistogramView } from "./Histogram";
import styles from "./lens.module.css";
import { useChoice } from "./place";
import { StatisticsView } from "./Statistics";
import { Switch } from "./Switch";
import { sizeOf } from "./schema";
import { captionOf, shapeText } from "./shapeText";
import { TableView } from "./Table";
import { useAsk } from "./useAsk";
import { useOthers } from "./useOthers";
import type { ViewProps } from "./views";

type Shown = ViewProps & { handle: string | null };

const views: { [V in View]?: ComponentType<Shown> } = {
  table: TableView,
  heatmap: HeatmapView,
  histogram: HistogramView,
  statistics: StatisticsView,
  compare: CompareView,
};
/** The views that show a slice. */
const isSliced = (view: View) => view === "table" || view === "heatmap";

/** One array, looked at in one of several ways. `text` is its printed form, where it has one. */
export function OneLens({ form, text, part }: { form: OneForm; text?: ReactNode; part?: string }) {
  const say = useWords();
  const id = useId();
  const language = useNotebook((state) => state.language);
  const [choice, choose] = useChoice(part);
  const { ask, handle } = useAsk(form);
  const others = useOthers(form, handle);
  const canCompare = handle !== null && (form.kind === "parameter" || others.length > 0);
  const options = [
    ...(text === undefined ? [] : (["text"] as const)),
    ...(["table", "heatmap", "histogram", "statistics"] as const),
    ...(canCompare ? (["compare"] as const) : []),
  ];
  const first = text === undefined ? "heatmap" : firstView(form.shape, form.kind);
  const view = choice.view && (options as View[]).includes(choice.view) ? choice.view : first;
  const Shown = views[view];
  const isEmpty = sizeOf(form.shape) === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing is filled in here; two outputs may have one name, so it is no landmark
    <section role="group" className={styles.lens} aria-label={say("lensOf", form.name || form.kind)} data-view={view}>
      <header className={styles.head}>
        <p className={styles.caption} translate="no" title={captionOf(form)}>
          {captionOf(form)}
        </p>
        <Switch
          label={say("lensViews")}
          options={options.map((key) => ({ key: key as View, words: texts.lensView[key][language] }))}
          value={view}
          onChange={(next) => choose({ view: next })}
          panel={`${id}-panel`}
          id={id}
        />
      </header>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${view}`} className={styles.panel}>
        {!Shown ? (
          text
        ) : isEmpty && view !== "statistics" ? (
          <p className={styles.note}>{say("lensEmpty", shapeText(form.shape))}</p>
        ) : (
          <div className={styles.view}>
            {form.live && <p className={styles.note}>{say("lensLive")}</p>}
            {isSliced(view) && <Axes {...{ form, ask, choice, choose }} />}
            <Shown {...{ form, ask, choice, choose, handle }} />
          </div>
        )}
      </div>
    </section>
  );
}
