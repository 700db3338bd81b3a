"use client";

import { memo } from "react";
import type { Output } from "../notebook/nbformat";
import { cutOf } from "../notebook/outputs";
import { useWords } from "../notebook/words";
import { ErrorOutput } from "./ErrorOutput";
import styles from "./output.module.css";
import { BundleOutput } from "./renderers";
import { TextOutput } from "./TextOutput";

/** What a cell put out, in order. */
export const Outputs = memo(function Outputs({ outputs }: { outputs: readonly Output[] }) {
  return outputs.map((output, index) => <OneOutput key={`${index}-${output.output_type}`} output={output} />);
});

function OneOutput({ output }: { output: Output }) {
  const say = useWords();
  const cut = cutOf(output);
  if (cut) return <p className={styles.cut}>{say("cut", cut.characters.toLocaleString("en"))}</p>;
  switch (output.output_type) {
    case "stream":
      return <TextOutput text={output.text} isError={output.name === "stderr"} />;
    case "error":
      return <ErrorOutput name={output.ename} message={output.evalue} traceback={output.traceback} />;
    default:
      return <BundleOutput bundle={output.data} />;
  }
}
