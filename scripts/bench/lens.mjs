import { bundle } from "../assets/bundle.mjs";
import { summaryOf } from "./engine.mjs";

const shapes = [
  [1_000, 10_000],
  [10_000, 10_000],
];

/** What the worker does for the lens of a large float32 tensor, in turns with reading every element once: ms, and what crosses. */
export async function measureLens(rounds) {
  const { openLens } = await import(await bundle("scripts/bench/looks.ts"));
  for (const shape of shapes) {
    const cases = Object.entries(openLens(shape));
    const times = new Map(cases.map(([name]) => [name, []]));
    const crossing = {};
    for (let round = 0; round <= rounds; round++) {
      for (const [name, run] of cases) {
        const begun = performance.now();
        crossing[name] = run();
        if (round > 0) times.get(name).push(performance.now() - begun); // the first round warms up
      }
    }
    console.log(
      `\nlens of a float32 tensor ${shape.join(" × ")}, in the worker: median (fastest–slowest) of ${rounds} rounds`,
    );
    console.table(
      Object.fromEntries(
        cases.map(([name]) => [
          name,
          { ms: summaryOf(times.get(name)).text, "kB that cross": Math.round(crossing[name] / 1000) },
        ]),
      ),
    );
  }
}
