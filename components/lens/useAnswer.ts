import { useLayoutEffect, useRef, useState } from "react";
import type { LookAnswers } from "../../workers/protocol";
import { useNotebook } from "../notebook/store";
import type { Ask, Kind, Request } from "./ask";

export type Trouble = "busy" | "gone" | "wrong";

export type Told<K extends Kind> = {
  /** The latest answer; until the next one is there it is that to an earlier question. */
  answer?: LookAnswers[K];
  /** It is the answer to what is asked now. */
  isFresh: boolean;
  /** Why what is asked now has no answer: a cell runs (then the answer comes when it can), or nobody knows the numbers. */
  trouble?: Trouble;
};

type State<K extends Kind> = { key: string; answer?: LookAnswers[K]; trouble?: Trouble };

/** Asks, one question at a time, the newest next; asks again when the kernel was busy and rests. */
export function useAnswer<K extends Kind>(ask: Ask, request: Request<K> | null): Told<K> {
  const isResting = useNotebook((state) => state.kernelStatus.phase === "ready");
  const [told, setTold] = useState<State<K>>({ key: "" });
  const key = request ? JSON.stringify(request) : "";
  const line = useRef({
    ...{ ask, key, isAsking: false, isThere: false, answered: { ask, key: "" } },
    asked: { ask, key: "", ending: new AbortController() },
  });

  // who was busy is asked again when the kernel rests
  useLayoutEffect(() => {
    const now = line.current;
    Object.assign(now, { ask, key, isThere: true });
    if (now.asked.key !== key || now.asked.ask !== ask) now.asked.ending.abort();
    const isWanting = () =>
      now.isThere && !now.isAsking && now.key !== "" && (now.answered.key !== now.key || now.answered.ask !== now.ask);
    const goOn = async () => {
      while (isWanting()) {
        const { ask, key } = now;
        now.isAsking = true;
        now.asked = { ask, key, ending: new AbortController() };
        const said = await ask(JSON.parse(key) as Request<K>, now.asked.ending.signal);
        now.isAsking = false;
        const isNewest = now.ask === ask && now.key === key;
        if (!now.isThere) return;
        if (said.kind === "answer") {
          now.answered = { ask, key };
          setTold({ key, answer: said.answer });
        } else if (isNewest) {
          return setTold(({ answer }) => ({ key, answer, trouble: said.reason }));
        }
      }
    };
    void goOn();
    return () => {
      now.isThere = false;
    };
  }, [key, ask, isResting]);

  useLayoutEffect(() => () => line.current.asked.ending.abort(), []);

  const isNow = told.key === key;
  const waits = key !== "" && !isResting ? "busy" : undefined;
  return {
    answer: told.answer,
    isFresh: isNow && told.trouble === undefined && told.answer !== undefined,
    trouble: isNow ? told.trouble : waits,
  };
}
