import type { Axis } from "../ops/window";
import { machine } from "./load";
import { multiply, multiplyWindows, tileBytes } from "./multiply";
import { tileColumns } from "./products";
import { withScratch } from "./scratch";

export interface Convolution {
  batch: number;
  channels: number;
  filters: number;
  group: number;
  height: Axis;
  width: Axis;
}

/** Below so many multiplications the plain loop is done before a kernel is set up. */
const worthwhile = 4096;
/** With so few filters, packing a window would take as long as its sums. */
const fewFilters = 8;
/** How many columns may be computed in vain so that windows need no packing, as a part of the others. */
const mostInVain = 1 / 4;

/**
 * The sums of a convolution, as ops/conv2d.ts defines them: x [batch, channels, height, width],
 * weight [filters, channels / group, kernel rows, kernel columns], bias [filters] or null, out [batch, filters, rows, columns].
 *
 * @returns false if the plain loop is to do it
 */
export function convolve(
  plan: Convolution,
  x: Float32Array,
  weight: Float32Array,
  bias: Float32Array | null,
  out: Float32Array,
): boolean {
  const { batch, channels, group, height, width } = plan;
  const depth = (channels / group) * height.kernel * width.kernel;
  const pixels = height.out * width.out;
  if (depth === 0 || batch * plan.filters * pixels * depth < worthwhile) return false;
  const loaded = machine();
  if (!loaded) return false;
  return withScratch(loaded, (scratch) => {
    const { padPlanes, packRows, packPixels } = loaded.kernels;
    const filters = plan.filters / group;
    const columns = width.before + width.length + width.after;
    const rows = height.before + height.length + height.after;
    const inPlace = filters <= fewFilters && width.stride === 1 && inVain(width.out) <= mostInVain;
    const padded = columns !== width.length || rows !== height.length;
    const images = scratch.addressOf(x);
    const weights = scratch.addressOf(weight);
    const resident = loaded.heap.holds(out);
    const target = resident ? out.byteOffset : scratch.take(out.byteLength);
    const planes = padded ? scratch.take(4 * channels * rows * columns) : 0;
    const panels = scratch.take(4 * plan.filters * depth);
    const shifts = scratch.take(4 * plan.filters);
    const tiles = scratch.take(tileBytes(depth));
    const offsets = scratch.take(4 * depth);
    const origins = scratch.take(4 * (pixels + tileColumns));
    if (bias) scratch.floats(shifts, plan.filters).set(bias);
    else scratch.floats(shifts, plan.filters).fill(0);
    fillOffsets(scratch.ints(offsets, depth), plan, columns, rows * columns);
    if (!inPlace) fillOrigins(scratch.ints(origins, pixels + tileColumns), height, width, columns);
    for (let g = 0; g < group; g++) {
      const start = 4 * g * filters * depth;
      packRows(weights + start, panels + start, depth, 4, 4 * depth, filters);
    }
    for (let n = 0; n < batch; n++) {
      const image = images + 4 * n * channels * height.length * width.length;
      if (padded) {
        const lead = 4 * (height.before * columns + width.before);
        const trail = 4 * (height.after * columns - width.before);
        padPlanes(image, planes, channels, height.length, 4 * width.length, 4 * columns, lead, trail);
      }
      for (let g = 0; g < group; g++) {
        const input = (padded ? planes : image) + 4 * g * (channels / group) * rows * columns;
        const product = {
          panels: panels + 4 * g * filters * depth,
          rows: filters,
          depth,
          bias: shifts + 4 * g * filters,
          out: target + 4 * (n * plan.filters + g * filters) * pixels,
          rowStep: 4 * pixels,
        };
        if (inPlace) {
          const lineStep = 4 * columns * height.stride;
          multiplyWindows(scratch, { ...product, input, offsets, columns: width.out, lines: height.out, lineStep });
          continue;
        }
        multiply(scratch, tiles, {
          ...product,
          columns: pixels,
          pack: (from, count, to) =>
            packPixels(input, origins + 4 * from, to, offsets, depth, Math.ceil(count / tileColumns)),
        });
      }
    }
    if (!resident) out.set(scratch.floats(target, out.length));
  });
}

/** How many columns a line's last tile has to spare, as a part of the line's. */
function inVain(columns: number): number {
  return (Math.ceil(columns / tileColumns) * tileColumns) / columns - 1;
}

/** Where the k-th number of a window lies, in bytes from the window's first. */
function fillOffsets(offsets: Int32Array, { height, width }: Convolution, rowStep: number, planeStep: number): void {
  for (let c = 0, k = 0; k < offsets.length; c++) {
    for (let i = 0; i < height.kernel; i++) {
      for (let j = 0; j < width.kernel; j++) {
        offsets[k++] = 4 * (c * planeStep + i * height.dilation * rowStep + j * width.dilation);
      }
    }
  }
}

/** Where each result's window begins, in bytes; a last tile that is short repeats the last window. */
function fillOrigins(origins: Int32Array, height: Axis, width: Axis, rowStep: number): void {
  let p = 0;
  for (let y = 0; y < height.out; y++) {
    for (let x = 0, at = 4 * y * height.stride * rowStep; x < width.out; x++, at += 4 * width.stride) origins[p++] = at;
  }
  origins.fill(origins[p - 1]!, p);
}
