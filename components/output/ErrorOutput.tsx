"use client";

import { Icon } from "../Icon";
import { useWords } from "../notebook/words";
import { withoutEscapes } from "./ansi";
import styles from "./output.module.css";
import { TextOutput } from "./TextOutput";

/** An exception: what it says first, then where it came from. */
export function ErrorOutput({ name, message, traceback }: { name: string; message: string; traceback: string[] }) {
  const say = useWords();
  const lines = withoutEscapes(traceback.join("\n")).split("\n");
  const [first, ...rest] = withoutEscapes(message).split("\n");
  // Python's last lines repeat name and message; they already stand on top
  const repeated = `${name}: ${message}`.split("\n").length;
  const isRepeated = lines.slice(-repeated).join("\n").trim().startsWith(name);
  const where = (isRepeated ? lines.slice(0, -repeated) : lines).join("\n").trimEnd();
  return (
    <section className={styles.error} aria-label={say("errors")}>
      <p className={styles.headline}>
        <Icon name="error" />
        <span>
          <strong>{name}</strong>
          {first ? `: ${first}` : ""}
        </span>
      </p>
      {rest.length > 0 && <TextOutput text={rest.join("\n")} />}
      {where && <TextOutput text={where} />}
    </section>
  );
}
