import * as engine from "../engine";

/** What both languages draw on: the engine's public names (Python sees them as `_engine.engine`) and `random`, this session's random state. */
export function openFace() {
  return { ...engine, random: new engine.RandomState() };
}

export type Face = ReturnType<typeof openFace>;
