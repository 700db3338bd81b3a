import type { Lab, LabAnswer, LabTask } from "./protocol";

/** Starts the lab's worker, which holds the engine alone: it draws long before Python is there, and while a cell runs. */
export function openLab(): Lab {
  type Question = { task: LabTask; answer(value: LabAnswer | null): void; fail(reason: Error): void };
  const worker = new Worker(new URL("./lab.worker.ts", import.meta.url), { type: "module" });
  let asked: Question | null = null;
  let next: Question | null = null;

  const go = () => {
    asked = next;
    next = null;
    if (asked) worker.postMessage(asked.task);
  };
  worker.onmessage = ({ data }: MessageEvent<LabAnswer>) => {
    asked?.answer(next ? null : data);
    go();
  };
  worker.onerror = ({ message }) => {
    for (const question of [asked, next]) question?.fail(new Error(message || "the worker could not be started"));
    asked = next = null;
  };
  return {
    draw: (task) =>
      new Promise((answer, fail) => {
        next?.answer(null);
        next = { task, answer, fail };
        if (!asked) go();
      }),
    close: () => worker.terminate(),
  };
}
