"use client";

import { memo, use } from "react";
import { keptView } from "../lens/keptView";
import { LensPlace } from "../lens/place";
import type { Output } from "../notebook/nbformat";
import { cutOf, earlierOf } from "../notebook/outputs";
import { useNotebook } from "../notebook/store";
import { cutWords } from "./cutWords";
import { ErrorOutput } from "./ErrorOutput";
import styles from "./output.module.css";
import { BundleOutput } from "./renderers";
import { TextOutput } from "./TextOutput";

type Props = {
  outputs: readonly Output[];
  /** Which start of the kernel they come from; none for those of a file. */
  session?: number;
};

/** What a cell put out, in order. */
export const Outputs = memo(function Outputs({ outputs, session }: Props) {
  const place = use(LensPlace);
  return outputs.map((output, index) => (
    <LensPlace
      key={`${index}-${output.output_type}`}
      value={place && { ...place, name: `${place.name}/${index}`, kept: keptView(output.metadata) }}
    >
      <OneOutput output={output} session={session} before={outputs[index - 1]} after={outputs[index + 1]} />
    </LensPlace>
  ));
});

type OneProps = { output: Output; session?: number; before?: Output; after?: Output };

/** A note about what has left the stream behind it is shown as part of that. */
function OneOutput({ output, session, before, after }: OneProps) {
  const language = useNotebook((state) => state.language);
  const cut = cutOf(output);
  if (cut && cut.outputs === 0 && after?.output_type === "stream") return null;
  if (cut) return <p className={styles.cut}>{cutWords(language, cut)}</p>;
  switch (output.output_type) {
    case "stream": {
      const above = cutOf(before);
      return (
        <TextOutput
          text={output.text}
          isError={output.name === "stderr"}
          cut={above?.outputs === 0 ? above : undefined}
          earlier={earlierOf(output)}
        />
      );
    }
    case "error":
      return <ErrorOutput name={output.ename} message={output.evalue} traceback={output.traceback} session={session} />;
    default:
      return <BundleOutput bundle={output.data} metadata={output.metadata} />;
  }
}
