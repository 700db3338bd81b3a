import * as engine from "../../engine";

/** What the Python packages see as `_engine.engine`: the engine's public names, and `random`, this session's random state. */
export function openFace() {
  return { ...engine, random: new engine.RandomState() };
}
