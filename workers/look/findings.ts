import { look, type NDArray } from "../../engine";
import { compact } from "./limits";

/** What is found of all elements of an array. */
interface Findings {
  statistics: look.Statistics;
  /** In as many bins as a notebook keeps. */
  histogram: look.Histogram;
  /** Of the slice that is looked at first, in as many tiles. */
  picture: look.Picture;
}
type Finding = keyof Findings;

/** An array, what is found of it, and what is half found. */
export interface Counted {
  array: NDArray;
  found?: Partial<Findings>;
  begun?: { [F in Finding]?: look.Steps<Findings[F]> };
}

const begin: { [F in Finding]: (of: Counted) => look.Steps<Findings[F]> } = {
  statistics: ({ array }) => look.statisticsSteps(array),
  histogram: (of) => look.histogramSteps(of.array, { bins: compact.bins, range: rangeIn(findingOf(of, "statistics")) }),
  picture: ({ array }) => look.pictureSteps(look.planeOf(array), compact.tiles, compact.tiles),
};

/** One of them, which is found now, if it is not yet, from where the work stands. */
export function findingOf<F extends Finding>(of: Counted, finding: F): Findings[F] {
  for (;;) {
    const found = of.found?.[finding];
    if (found) return found as Findings[F];
    advance(of, finding);
  }
}

/** One part more of what is not found yet; false when everything is. */
export function findMore(of: Counted): boolean {
  const next = (Object.keys(begin) as Finding[]).find((finding) => !of.found?.[finding]);
  if (next) advance(of, next);
  return next !== undefined;
}

function advance<F extends Finding>(of: Counted, finding: F): void {
  const steps = (of.begun?.[finding] as look.Steps<Findings[F]> | undefined) ?? begin[finding](of);
  of.begun = { ...of.begun, [finding]: undefined }; // if this step is interrupted, it begins anew
  const { done, value } = steps.next();
  if (done) of.found = { ...of.found, [finding]: value };
  else of.begun = { ...of.begun, [finding]: steps };
}

/** Between the least and the greatest finite element; undefined without any. */
export const rangeIn = ({ min, max }: look.Statistics) =>
  min === null || max === null ? undefined : ([min, max] as const);
