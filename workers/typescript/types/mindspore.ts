/* What a cell may import from "mindspore": the engine's names, bound to the session's random state. */
export * from "../../../engine";
export { numpy as np } from "../../../engine";

import type { Session } from "../../../engine";

export declare const setSeed: Session["setSeed"];
export declare const getSeed: Session["getSeed"];
export declare const initializer: Session["initializer"];
