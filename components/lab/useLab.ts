"use client";

import { useEffect, useRef, useState } from "react";
import { openLab } from "../../workers/lab/connect";
import type { Lab, LabAnswer, LabTask } from "../../workers/lab/protocol";

/** What was drawn last, and for which question: what is on the screen stays until the next answer is there. */
export type Shown = { task: LabTask; answer: LabAnswer };

/** Lets the lab's worker draw the task, and again whenever it changes. Null draws nothing. */
export function useLab(task: LabTask | null): { shown: Shown | null; broken: string | null } {
  const lab = useRef<Lab | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const key = JSON.stringify(task); // a task is a value: the same one is not drawn again

  useEffect(() => () => lab.current?.close(), []);
  useEffect(() => {
    const wanted: LabTask | null = JSON.parse(key);
    if (!wanted) return;
    let isWanted = true;
    lab.current ??= openLab();
    lab.current.draw(wanted).then(
      (answer) => {
        if (answer && isWanted) setShown({ task: wanted, answer });
      },
      (reason: Error) => {
        lab.current?.close();
        lab.current = null;
        if (isWanted) setBroken(reason.message);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return { shown, broken };
}
