"use client";

import { useEffect, useState } from "react";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { type Order, rowsOf } from "./rows";
import { ValueView } from "./ValueView";
import { VariableTable } from "./VariableTable";
import styles from "./variables.module.css";

/** The panel of the variables of both languages: sorted, filtered, and the value of one. */
export function Variables() {
  const store = useNotebookStore();
  const say = useWords();
  const variables = useNotebook((state) => state.variables);
  const phase = useNotebook((state) => state.kernelStatus.phase);
  const reason = useNotebook(({ kernelStatus }) => (kernelStatus.phase === "dead" ? kernelStatus.reason : ""));
  const [filter, setFilter] = useState("");
  const [order, setOrder] = useState<Order>({ by: "name", isDown: false });
  useEffect(() => void store.getState().refreshVariables(), [store]);

  const rows = rowsOf(variables, filter, order);
  const isBusy = phase === "busy" || phase === "stopping";
  const note =
    phase === "starting"
      ? say("variablesStarting")
      : phase === "dead"
        ? say("variablesDead", reason)
        : isBusy
          ? say("variablesBusy")
          : variables.length === 0
            ? say("variablesNone")
            : rows.length === 0
              ? say("variablesNotFound", filter)
              : say("variablesCount", rows.length, variables.length);
  return (
    <div className={styles.panel}>
      <input
        type="search"
        className={styles.filter}
        data-first
        value={filter}
        placeholder={say("variablesFilter")}
        aria-label={say("variablesFilter")}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setFilter(event.target.value)}
      />
      <p className={styles.note} role="status">
        {note}
      </p>
      {rows.length > 0 && <VariableTable rows={rows} order={order} onOrder={setOrder} isBusy={isBusy} />}
      <ValueView />
    </div>
  );
}
