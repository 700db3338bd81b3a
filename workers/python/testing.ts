import { fileURLToPath } from "node:url";
import { openFace } from "../face";
import { startInNode } from "./startInNode";

/** A Python with our packages over a fresh engine session, for tests in Node. */
export async function startPython() {
  const python = await startInNode(fileURLToPath(new URL("../../public/python", import.meta.url)));
  python.pyimport("_engine").bind(openFace());
  return python;
}
