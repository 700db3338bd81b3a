import { openSession, type RandomState } from "../../../engine";
import * as declared from "../types/mindspore";
import { nameClasses } from "./classNames";
import { openContext } from "./context";

/** What cells import from "mindspore", bound to a session's random state. */
export function openMindspore(random: RandomState): typeof declared {
  nameClasses(declared);
  nameClasses(declared.nn);
  const { nn, setSeed, getSeed, setReference, getReference, Tensor, Parameter, ParameterTuple, initializer } =
    openSession({
      random,
    });
  return {
    ...declared,
    context: openContext(random),
    nn,
    setSeed,
    getSeed,
    setReference,
    getReference,
    Tensor,
    Parameter,
    ParameterTuple,
    initializer,
  };
}
