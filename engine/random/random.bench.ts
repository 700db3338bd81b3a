import { Normal, Uniform } from "../initializers";
import { zeros } from "../ndarray";
import { RandomState, type Reference } from "./state";

/** A measured piece of work: `run` makes `elements` numbers. */
export interface Case {
  name: string;
  elements: number;
  run: () => void;
}

const elements = 1e7;

/** Initialisers into one float32 array of 10⁷, beside what plain JavaScript does at best for the same kind of numbers. */
export function openCases(): Case[] {
  const array = zeros([elements], "float32");
  const out = array.storage as Float32Array;
  const seeded = (reference: Reference) => {
    const random = new RandomState({ reference });
    random.setSeed(1);
    return random;
  };
  const first = seeded("1.6");
  const second = seeded("2.x");
  const work: Record<string, () => void> = {
    "Normal, 1.6": () => new Normal().fill(array, first),
    "Normal, 2.x": () => new Normal().fill(array, second),
    "floor: Box-Muller over Math.random": () => boxMuller(out),
    "Uniform, 1.6": () => new Uniform().fill(array, first),
    "Uniform, 2.x": () => new Uniform().fill(array, second),
    "floor: Math.random": () => fillRandom(out),
  };
  return Object.entries(work).map(([name, run]) => ({ name, elements, run }));
}

function boxMuller(out: Float32Array): void {
  for (let i = 0; i + 1 < out.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
    const angle = 2 * Math.PI * Math.random();
    out[i] = radius * Math.cos(angle);
    out[i + 1] = radius * Math.sin(angle);
  }
}

function fillRandom(out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = Math.random();
}
