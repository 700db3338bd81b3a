"use client";

import { useId } from "react";
import type { Choice, Drawn, LabTask } from "../../workers/lab/protocol";
import type { CellLanguage } from "../../workers/protocol";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { Code } from "./Code";
import { cellOf, pythonMade } from "./code";
import { type Parameter, parametersOf } from "./initializers";
import styles from "./lab.module.css";
import { notesOf } from "./notes";
import { shortNumber } from "./numbers";
import { choiceOf, numberOf, withWritten, writtenIn } from "./state";
import { Swatch } from "./Table";

type Props = { name: Choice["name"]; drawn: Drawn | undefined; task: LabTask | null; written: CellLanguage };

/** One chosen initializer: its parameters, how its spread comes about, and the cell that draws it. */
export function Card({ name, drawn, task, written }: Props) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const lab = useNotebook((state) => state.lab);
  const choice = choiceOf(lab, name);
  const theory = drawn && "theory" in drawn ? drawn.theory : null;
  return (
    <details className={styles.card} data-card={name}>
      <summary>
        <Swatch name={name} />
        <code translate="no">{choice ? pythonMade(choice) : name}</code>
      </summary>
      <div className={styles.cardBody}>
        <fieldset className={styles.parameters}>
          <legend>{say("labParameters")}</legend>
          {parametersOf(name, lab.reference).map((parameter) => (
            <Field key={parameter.name} name={name} parameter={parameter} />
          ))}
        </fieldset>
        {choice &&
          notesOf(choice, lab.reference).map((note) => (
            <p key={note} className={styles.note}>
              {say(note)}
            </p>
          ))}
        {theory && (
          <>
            {theory.atom !== null && (
              <p className={styles.note}>{say("labAtom", `${shortNumber(theory.atom * 100)} %`)}</p>
            )}
            <h3>{say("labArithmetic")}</h3>
            <dl className={styles.steps}>
              {theory.steps.map(({ quantity, formula, numbers, value }) => (
                <div key={quantity}>
                  <dt>{texts.labQuantities[quantity][language]}</dt>
                  <dd translate="no">
                    <span>{formula}</span>
                    {numbers !== formula && <span> = {numbers}</span>}
                    {numbers !== String(value) && <span> = {shortNumber(value, 6)}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
        {drawn && "theory" in drawn && !theory && <p className={styles.note}>{say("labNoTheory")}</p>}
        {choice && task && <Code name={name} language={written} source={cellOf(choice, task, written)} />}
      </div>
    </details>
  );
}

function Field({ name, parameter }: { name: Choice["name"]; parameter: Parameter }) {
  const say = useWords();
  const store = useNotebookStore();
  const lab = useNotebook((state) => state.lab);
  const id = useId();
  const { options, from } = parameter;
  const value = writtenIn(lab, name, parameter.name, parameter.initial);
  const isWrong = !options && numberOf(value, from) === null;
  const write = (text: string) => store.getState().setLab(withWritten(lab, name, parameter.name, text));
  return (
    <div className={styles.field}>
      <label htmlFor={id} translate="no">
        {parameter.name}
      </label>
      {options ? (
        <select id={id} translate="no" value={value} onChange={(event) => write(event.target.value)}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}wrong` : undefined}
          onChange={(event) => write(event.target.value)}
        />
      )}
      {isWrong && (
        <span id={`${id}wrong`} className={styles.wrong} role="status">
          {from === undefined ? say("labNumberWrong") : say("labNumberBelow", from)}
        </span>
      )}
    </div>
  );
}
