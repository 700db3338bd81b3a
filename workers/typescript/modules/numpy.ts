import { NumpyRandom, type RandomState } from "../../../engine";
import * as declared from "../types/numpy";
import { nameClasses } from "./classNames";

/** What cells import from "numpy", with a session's random numbers. */
export function openNumpy({ numpy }: RandomState): typeof declared {
  nameClasses(declared);
  const methods = Object.getOwnPropertyNames(NumpyRandom.prototype) as (keyof NumpyRandom)[];
  const bound = methods.flatMap((name) => {
    const method: unknown = numpy[name];
    return typeof method === "function" && name !== ("constructor" as string) ? [[name, method.bind(numpy)]] : [];
  });
  return { ...declared, random: Object.fromEntries(bound) };
}
