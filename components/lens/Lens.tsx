"use client";

import { useId, useMemo } from "react";
import type { ManyForm } from "../../workers/protocol";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { Fallback, type Rendered } from "../output/renderers";
import { TextOutput } from "../output/TextOutput";
import { texts } from "../text";
import type { View } from "./choice";
import styles from "./lens.module.css";
import { Members } from "./Members";
import { OneLens } from "./OneLens";
import { useChoice } from "./place";
import { Switch } from "./Switch";
import { readForm } from "./schema";

/** Numbers that a cell has shown: their text, and other ways to look at them. */
export default function Lens({ data, plain }: Rendered) {
  const form = useMemo(() => readForm(data), [data]);
  if (!form) return <Fallback of="damaged" plain={plain} />;
  if ("members" in form) return <ManyLens form={form} plain={plain} />;
  return <OneLens form={form} text={<TextOutput text={plain} />} />;
}

function ManyLens({ form, plain }: { form: ManyForm; plain: string }) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const [choice, choose] = useChoice();
  const view: View = choice.view === "members" ? "members" : "text";
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing is filled in here; two outputs may have one name, so it is no landmark
    <section role="group" className={styles.lens} aria-label={say("lensOf", form.title)} data-view={view}>
      <header className={styles.head}>
        <p className={styles.caption} translate="no">
          {form.title} · {form.members.length + (form.more ?? 0)}
        </p>
        <Switch
          label={say("lensViews")}
          options={(["text", "members"] as const).map((key) => ({ key, words: texts.lensView[key][language] }))}
          value={view as "text" | "members"}
          onChange={(next) => choose({ view: next })}
          panel={`${id}-panel`}
          id={id}
        />
      </header>
      <div id={`${id}-panel`} role="tabpanel" className={styles.panel} aria-labelledby={`${id}-${view}`}>
        {view === "text" ? <TextOutput text={plain} /> : <Members form={form} />}
      </div>
    </section>
  );
}
