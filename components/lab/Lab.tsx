"use client";

import { useState } from "react";
import type { CellLanguage } from "../../workers/protocol";
import { languageNames } from "../notebook/CellLanguage";
import { useNotebook } from "../notebook/store";
import { shownLanguage } from "../notebook/twin";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { Card } from "./Card";
import { Chart } from "./Chart";
import { Code } from "./Code";
import { Controls } from "./Controls";
import { overlayOf } from "./code";
import { isThere } from "./initializers";
import styles from "./lab.module.css";
import { taskOf } from "./state";
import { Table } from "./Table";
import { useLab } from "./useLab";

/** The panel in which initializers are drawn over each other and held against their theory. */
export function Lab() {
  const say = useWords();
  const lab = useNotebook((state) => state.lab);
  const notebookLanguage = useNotebook(({ order, cells }) => shownLanguage(order.map((id) => cells[id]!)));
  const [chosenLanguage, setLanguage] = useState<CellLanguage | null>(null);
  const language = chosenLanguage ?? notebookLanguage ?? "python";
  const task = taskOf(lab);
  const { shown, broken } = useLab(task);
  const isEmpty = task !== null && task.choices.length === 0;
  const chosen = lab.chosen.filter((name) => isThere(name, lab.reference));

  return (
    <div className={styles.lab}>
      <Controls />
      <div className={styles.picture} data-drawn={shown ? `${shown.task.reference} ${shown.task.seed}` : undefined}>
        {broken !== null ? (
          <p className={styles.empty} role="alert">
            {say("labBroken", broken)}
          </p>
        ) : isEmpty || !shown ? (
          <p className={styles.empty} role="status">
            {say(isEmpty ? "labNothing" : "labStarting")}
          </p>
        ) : (
          <Chart shown={shown} />
        )}
      </div>
      {shown && !isEmpty && (
        <>
          <Axis />
          <Table shown={shown} />
          <p className={styles.note}>{say("labPWhat")}</p>
        </>
      )}
      {chosen.length > 0 && (
        <>
          <fieldset className={styles.choice} data-languages>
            <legend>{say("labCellLanguage")}</legend>
            {(["python", "typescript"] as const).map((each) => (
              <button key={each} type="button" aria-pressed={language === each} onClick={() => setLanguage(each)}>
                {languageNames[each]}
              </button>
            ))}
          </fieldset>
          {chosen.map((name) => {
            const at = shown?.task.choices.findIndex((choice) => choice.name === name) ?? -1;
            return <Card key={name} name={name} task={task} written={language} drawn={shown?.answer.drawn[at]} />;
          })}
        </>
      )}
      {task && task.choices.length > 1 && (
        <details className={styles.card} data-card="overlay">
          <summary>{say("labOverlay")}</summary>
          <div className={styles.cardBody}>
            <Code name={say("labOverlayName")} language={language} source={overlayOf(task.choices, task, language)} />
          </div>
        </details>
      )}
    </div>
  );
}

/** What the axis counts, and what the picture's marks mean. */
function Axis() {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const unit = useNotebook((state) => state.lab.unit);
  const setLab = useNotebook((state) => state.setLab);
  return (
    <div className={styles.axis}>
      <span>{say("labKey")}</span>
      <fieldset className={styles.choice}>
        <legend>{say("labAxis")}</legend>
        {(["value", "deviation"] as const).map((each) => (
          <button key={each} type="button" aria-pressed={unit === each} onClick={() => setLab({ unit: each })}>
            {texts.labUnits[each][language]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
