"use client";

import { useMemo } from "react";
import { Icon } from "../Icon";
import { LensPlace } from "../lens/place";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { Outputs } from "../output/Outputs";
import styles from "./variables.module.css";

/** The value of the variable that was chosen, as a cell's last line would show it. */
export function ValueView() {
  const store = useNotebookStore();
  const say = useWords();
  const value = useNotebook((state) => state.value);
  const name = value ? `variable/${value.of.language}/${value.of.name}` : "";
  const isLive = value !== null && !value.isRunning;
  const place = useMemo(() => ({ name, isLive }), [name, isLive]);
  if (!value) return null;
  const { of, outputs, isRunning } = value;
  const asCell = () => {
    const { active, order, insert, setCellLanguage, closePanel } = store.getState();
    insert("below", active ?? order.at(-1) ?? null, "code", false, of.name);
    const id = store.getState().active;
    if (id) setCellLanguage(id, of.language);
    if (matchMedia("(max-width: 760px)").matches) closePanel("side");
  };
  return (
    <section className={styles.value} aria-label={say("variableValue", of.name)} aria-busy={isRunning}>
      <header className={styles.valueHead}>
        <h3 translate="no">{of.name}</h3>
        <button type="button" onClick={asCell}>
          {say("variableAsCell")}
        </button>
        <button
          type="button"
          aria-label={say("close")}
          title={say("close")}
          onClick={() => store.getState().showValue(null)}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className={styles.valueBody} data-output>
        {outputs.length > 0 ? (
          <LensPlace value={place}>
            <Outputs outputs={outputs} />
          </LensPlace>
        ) : (
          <p className={styles.note}>{say(isRunning ? "variableReading" : "variableNothing")}</p>
        )}
      </div>
    </section>
  );
}
