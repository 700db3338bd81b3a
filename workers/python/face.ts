import * as engine from "../../engine";

/** What the Python packages see as `_engine.engine`: the engine's public names; each session gets its own. */
export function openFace() {
  return { ...engine };
}
