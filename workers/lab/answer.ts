import * as engine from "../../engine";
import {
  HeNormal,
  HeUniform,
  type Initializer,
  Normal,
  Orthogonal,
  Sparse,
  TruncatedNormal,
  Uniform,
  VarianceScaling,
  XavierNormal,
  XavierUniform,
} from "../../engine";
import type { Choice, Drawn, LabAnswer, LabTask, RandomInitializer, Series } from "./protocol";

const classes: { readonly [N in RandomInitializer]: abstract new (...args: never[]) => Initializer } = {
  Uniform,
  Normal,
  TruncatedNormal,
  XavierUniform,
  XavierNormal,
  HeUniform,
  HeNormal,
  VarianceScaling,
  Orthogonal,
  Sparse,
};

const binCount = 80;
const linePoints = 240;
/** Where the axis ends for a distribution that does not. */
const farDeviations = 4;

type Draw = {
  values: Float32Array;
  array: engine.NDArray;
  theory: engine.Theory | null;
  mean: number;
  deviation: number;
};

/** Draws every choice and holds it against its theory. Values in, values out: no state outlives the call. */
export function answerTo({ shape, reference, seed, choices, unit }: LabTask): LabAnswer {
  const draws = choices.map((choice) => tried(() => draw(choice, shape, reference, seed)));
  const scales = draws.map((each) =>
    "refused" in each || unit === "value" ? { from: 0, by: 1 } : { from: each.mean, by: each.deviation || 1 },
  );
  const ends = draws.flatMap((each, i) => ("refused" in each ? [] : endsOf(each).map((x) => along(x, scales[i]!))));
  const [low, high] = ends.length > 0 ? wide(Math.min(...ends), Math.max(...ends)) : [-1, 1];
  const drawn = draws.map((each, i): Drawn => ("refused" in each ? each : seriesOf(each, low, high, scales[i]!)));
  return { low, high, drawn };
}

type Scale = { from: number; by: number };
const along = (x: number, { from, by }: Scale) => (x - from) / by;

function draw({ name, args }: Choice, shape: readonly number[], reference: engine.Reference, seed: number): Draw {
  const random = new engine.RandomState({ reference });
  random.setSeed(seed);
  const init = new (classes[name] as new (...args: readonly unknown[]) => Initializer)(...args);
  const array = engine.initializer(init, shape, "float32", random).initData().asnumpy();
  const values = (array.storage as Float32Array).toSorted();
  const theory = engine.theoryOf(init, shape, reference);
  const { mean, deviation } = theory?.distribution ?? {
    mean: Number(engine.numpy.mean(array).item()),
    deviation: Number(engine.numpy.std(array).item()),
  };
  return { values, array, theory, mean, deviation };
}

/** What the initializer says against it is an answer too. */
function tried(make: () => Draw): Draw | { refused: string } {
  try {
    return make();
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

/** What the axis should hold of a draw: all its values and the middle of its theory. */
function endsOf({ values, theory }: Draw): number[] {
  const ends = [values[0]!, values.at(-1)!];
  if (!theory) return ends;
  const { low, high, mean, deviation } = theory.distribution;
  return [...ends, Math.max(low, mean - farDeviations * deviation), Math.min(high, mean + farDeviations * deviation)];
}

/** With a little room at both ends; some width in any case. */
function wide(low: number, high: number): [number, number] {
  const room = (high - low) * 0.03 || Math.abs(low) || 1;
  return [low - room, high + room];
}

function seriesOf({ values, array, theory }: Draw, low: number, high: number, scale: Scale): Series {
  const width = (high - low) / binCount;
  const bins = new Array<number>(binCount).fill(0);
  for (const value of values) {
    const at = Math.floor((along(value, scale) - low) / width);
    bins[Math.min(binCount - 1, Math.max(0, at))]! += 1 / (values.length * width);
  }
  const distance = theory ? engine.kolmogorovDistance(values, theory.distribution) : 0;
  return {
    mean: `${engine.numpy.mean(array)}`,
    std: `${engine.numpy.std(array)}`,
    bins,
    theory: theory && {
      mean: theory.distribution.mean,
      deviation: theory.distribution.deviation,
      line: lineOf(theory.distribution, low, high, scale),
      atom: theory.distribution.atom?.mass ?? null,
      distance,
      p: engine.kolmogorovTail(values.length, distance),
      steps: theory.steps,
    },
  };
}

/** The density as a line, which goes straight up and down where the distribution begins and ends. */
function lineOf(of: engine.Distribution, low: number, high: number, scale: Scale): [number, number][] {
  const begin = Math.max(low, along(of.low, scale));
  const end = Math.min(high, along(of.high, scale));
  const density = (x: number) => of.density(x * scale.by + scale.from) * scale.by;
  const inner = Array.from({ length: linePoints + 1 }, (_, i): [number, number] => {
    const x = begin + ((end - begin) * Math.min(linePoints - 1e-6, Math.max(1e-6, i))) / linePoints;
    return [x, density(x)];
  });
  return [
    [begin, of.low > Number.NEGATIVE_INFINITY ? 0 : inner[0]![1]],
    ...inner,
    [end, of.high < Infinity ? 0 : inner.at(-1)![1]],
  ];
}
