"use client";

import { memo, use, useMemo, useState } from "react";
import { keptView } from "../lens/keptView";
import { LensPlace } from "../lens/place";
import type { Output } from "../notebook/nbformat";
import { cutOf, earlierOf } from "../notebook/outputs";
import { useNotebook } from "../notebook/store";
import { Words } from "../notebook/words";
import { cutWords } from "./cutWords";
import { ErrorOutput } from "./ErrorOutput";
import { joined } from "./joined";
import styles from "./output.module.css";
import { BundleOutput } from "./renderers";
import { TextOutput } from "./TextOutput";

type Props = {
  outputs: readonly Output[];
  /** Which start of the kernel they come from; none for those of a file. */
  session?: number;
};

/** So many of a file's outputs stand at once; a cell that runs puts out no more. */
const atOnce = 1_000;

/** What a cell put out, in order. */
export const Outputs = memo(function Outputs({ outputs, session }: Props) {
  const place = use(LensPlace);
  const all = useMemo(() => joined(outputs), [outputs]);
  const [many, setMany] = useState(atOnce);
  const left = all.length - many;
  return (
    <>
      {all.slice(0, many).map(({ output, index }, position) => (
        <LensPlace
          key={`${index}-${output.output_type}`}
          value={place && { ...place, name: `${place.name}/${index}`, kept: keptView(output.metadata) }}
        >
          <OneOutput
            output={output}
            session={session}
            before={all[position - 1]?.output}
            after={all[position + 1]?.output}
          />
        </LensPlace>
      ))}
      {left > 0 && (
        <p className={styles.gap}>
          <button type="button" onClick={() => setMany(many + atOnce)}>
            <Words of="moreOutputs" parts={[Math.min(left, atOnce).toLocaleString("en"), left.toLocaleString("en")]} />
          </button>
        </p>
      )}
    </>
  );
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
