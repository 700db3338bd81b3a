/** One axis of a sliding window: how long the result is and how many zeros come before and after the input. */
export interface Axis {
  length: number;
  out: number;
  before: number;
  after: number;
  kernel: number;
  stride: number;
  dilation: number;
}

export type PadMode = "same" | "valid" | "pad";
export const padModes: readonly PadMode[] = ["same", "valid", "pad"];

/**
 * The geometry of one axis.
 *
 * length             elements of the input
 * kernel, dilation   elements of the window, and the step between them
 * before, after      zeros around the input; only for "pad"
 * Source: MindSpore `nn.Conv2d`, section Outputs; spec §12.3.
 */
export function windowAxis(
  length: number,
  kernel: number,
  stride: number,
  dilation: number,
  padMode: PadMode,
  before = 0,
  after = 0,
): Axis {
  const reach = dilation * (kernel - 1) + 1;
  if (padMode === "same") {
    const out = Math.ceil(length / stride);
    const total = Math.max(0, (out - 1) * stride + reach - length);
    const front = Math.floor(total / 2);
    return { length, out, before: front, after: total - front, kernel, stride, dilation };
  }
  const padded = padMode === "pad" ? length + before + after : length;
  const out = Math.floor((padded - reach) / stride) + 1;
  return padMode === "pad"
    ? { length, out, before, after, kernel, stride, dilation }
    : { length, out, before: 0, after: 0, kernel, stride, dilation };
}
