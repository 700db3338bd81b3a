"use client";

import { Icon } from "../Icon";
import { useWords } from "../notebook/words";
import styles from "./lens.module.css";
import type { Trouble } from "./useAnswer";

const words = { busy: "lensBusy", gone: "lensGone", wrong: "lensWrong" } as const;

/** Why something is not shown. */
export function Note({ trouble, isSlice = false }: { trouble: Trouble; isSlice?: boolean }) {
  const say = useWords();
  return (
    <p className={styles.note} role="status" data-trouble={trouble}>
      {trouble === "busy" && <Icon name="waiting" />}
      {say(trouble === "gone" && isSlice ? "lensGoneSlice" : words[trouble])}
    </p>
  );
}
