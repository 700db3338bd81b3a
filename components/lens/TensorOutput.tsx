"use client";

import { lazy, Suspense } from "react";
import { isObject } from "../notebook/exactJson";
import type { Rendered } from "../output/renderers";
import { TextOutput } from "../output/TextOutput";
import { firstView } from "./choice";
import styles from "./lens.module.css";

const Lens = lazy(() => import("./Lens"));

/** The lens, which is loaded with the first output that has numbers; until then its text where it will stand. */
export function TensorOutput(props: Rendered) {
  const { data, plain } = props;
  const shape = isObject(data) && Array.isArray(data.shape) ? data.shape.map(Number) : [];
  return (
    <Suspense
      fallback={
        <div className={styles.lens}>
          <div className={styles.head} />
          {firstView(shape, isObject(data) && data.kind) === "text" ? (
            <TextOutput text={plain} />
          ) : (
            <div className={styles.coming} />
          )}
        </div>
      }
    >
      <Lens {...props} />
    </Suspense>
  );
}
