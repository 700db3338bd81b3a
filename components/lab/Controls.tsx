"use client";

import { useId } from "react";
import { Icon } from "../Icon";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { initializers, isThere, names } from "./initializers";
import styles from "./lab.module.css";
import { mostElements, seedOf, shapeOf, withToggled } from "./state";
import { Swatch } from "./Table";

/** Shape, releases and seed, and which initializers are drawn. */
export function Controls() {
  const say = useWords();
  const store = useNotebookStore();
  const lab = useNotebook((state) => state.lab);
  const { setLab, redrawLab } = store.getState();
  const id = useId();
  const isShapeWrong = shapeOf(lab.shape) === null;
  const isSeedWrong = seedOf(lab.seed) === null;
  return (
    <div className={styles.controls}>
      <div className={styles.fields}>
        <label className={styles.field}>
          <span>{say("labShape")}</span>
          <input
            type="text"
            data-first
            inputMode="text"
            autoComplete="off"
            spellCheck={false}
            value={lab.shape}
            aria-invalid={isShapeWrong || undefined}
            aria-describedby={isShapeWrong ? `${id}shape` : undefined}
            onChange={(event) => setLab({ shape: event.target.value })}
          />
        </label>
        <fieldset className={styles.choice}>
          <legend>{say("labReference")}</legend>
          {(["1.6", "2.x"] as const).map((each) => (
            <button
              key={each}
              type="button"
              translate="no"
              aria-pressed={lab.reference === each}
              onClick={() => setLab({ reference: each })}
            >
              {each === "1.6" ? "1.2–1.8" : "1.9–2.7"}
            </button>
          ))}
        </fieldset>
        <div className={styles.field}>
          <label htmlFor={`${id}seed-field`}>{say("labSeed")}</label>
          <span className={styles.seed}>
            <button
              type="button"
              aria-label={say("labSeedPrevious")}
              title={say("labSeedPrevious")}
              aria-keyshortcuts="Control+Alt+,"
              onClick={() => redrawLab(-1)}
            >
              <Icon name="back" />
            </button>
            <input
              id={`${id}seed-field`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={lab.seed}
              aria-invalid={isSeedWrong || undefined}
              aria-describedby={isSeedWrong ? `${id}seed` : undefined}
              onChange={(event) => setLab({ seed: event.target.value })}
              onKeyDown={(event) => {
                const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
                if (!by) return;
                event.preventDefault();
                redrawLab(by);
              }}
            />
            <button
              type="button"
              aria-label={say("labSeedNext")}
              title={say("labSeedNext")}
              aria-keyshortcuts="Control+Alt+."
              onClick={() => redrawLab(1)}
            >
              <Icon name="on" />
            </button>
          </span>
        </div>
      </div>
      {isShapeWrong && (
        <p id={`${id}shape`} className={styles.wrong} role="status">
          {say("labShapeWrong", mostElements.toLocaleString("en"))}
        </p>
      )}
      {isSeedWrong && (
        <p id={`${id}seed`} className={styles.wrong} role="status">
          {say("labSeedWrong")}
        </p>
      )}
      <fieldset className={styles.chips}>
        <legend>{say("labChoose")}</legend>
        {names.map((name) => {
          const isKnown = isThere(name, lab.reference);
          return (
            <button
              key={name}
              type="button"
              translate="no"
              aria-pressed={isKnown && lab.chosen.includes(name)}
              aria-disabled={!isKnown || undefined}
              title={initializers[name].since && !isKnown ? say("labSince2") : undefined}
              onClick={() => isKnown && setLab(withToggled(lab, name))}
            >
              <Swatch name={name} />
              {name}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}
