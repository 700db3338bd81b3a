"use client";

import { useEffect, useRef, useState } from "react";
import { mostHosts, readHosts } from "../../workers/hosts";
import library from "../library/library.module.css";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import styles from "./network.module.css";

/** Which hosts the cells of this notebook may reach; none, unless the reader names them here. */
export function Network() {
  const say = useWords();
  const store = useNotebookStore();
  const hosts = useNotebook((state) => state.hosts);
  const [text, setText] = useState(hosts.join("\n"));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []); // it comes later than the panel that gives the focus
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const go = (next: readonly string[]) => {
    store.getState().closePanel("dialog");
    void store.getState().allowHosts(next);
  };
  const turnOn = () => {
    const read = readHosts(text);
    if (read.wrong.length > 0) setWrong(read.wrong);
    else if (read.hosts.length > 0) go(read.hosts);
  };
  return (
    <form
      className={styles.network}
      onSubmit={(event) => {
        event.preventDefault();
        turnOn();
      }}
    >
      <p>{say("networkLead")}</p>
      <label>
        {say("networkHosts", mostHosts)}
        <textarea
          ref={field}
          rows={3}
          spellCheck={false}
          autoCapitalize="off"
          placeholder={say("networkExample")}
          value={text}
          aria-invalid={wrong.length > 0}
          aria-describedby="network-wrong"
          onChange={(event) => {
            setText(event.target.value);
            setWrong([]);
          }}
        />
      </label>
      <p id="network-wrong" className={styles.wrong} role="alert">
        {wrong.length > 0 && say("networkWrong", wrong.join(", "))}
      </p>
      <p className={styles.hint}>{say("networkRestarts")}</p>
      <div className={library.acts}>
        <button type="submit" className={library.button} data-main="true" aria-disabled={text.trim() === ""}>
          {say("networkOn")}
        </button>
        {hosts.length > 0 && (
          <button type="button" className={library.button} onClick={() => go([])}>
            {say("networkOff")}
          </button>
        )}
      </div>
    </form>
  );
}
