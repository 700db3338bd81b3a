/* Draws for the initializer lab beside the page. */

import { answerTo } from "./answer";
import type { LabTask } from "./protocol";

addEventListener("message", ({ data }: MessageEvent<LabTask>) => postMessage(answerTo(data)));
