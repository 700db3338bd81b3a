import type { Assembler, Scope } from "./assembler";
import { block, branchIf, type Code, type Local, loop, type Operand, upTo, when } from "./code";
import { f32x4, i32, shuffle32, v128 } from "./instructions";

/*
 * Sums of products for matrix products, dense layers and convolutions: out[m, n] = bias[m] + Σₖ a[m, k] · b[k, n].
 *
 * `a` is packed into panels of up to four rows, [k][row]; `b` into tiles of eight columns, [k][column]; the pixels of a
 * convolution are packed so too, which is where strides, dilations and padding end. The innermost loop then reads both in
 * order and keeps four by eight sums in registers from the first k to the last: no sum is ever split, each product and
 * each sum is rounded, and the bits are those of the loop in ops/dot.ts. The plain twin of this file is that loop.
 *
 * With few rows, packing pixels takes as long as the sums: the windows of a line that lie side by side are then read where
 * they stand.
 */

/** The functions that `defineProducts` adds; what they take is said there. */
export interface ProductKernels {
  packRows(source: number, target: number, depth: number, depthStep: number, rowStep: number, rows: number): void;
  packColumns(
    source: number,
    target: number,
    depth: number,
    depthStep: number,
    columnStep: number,
    columns: number,
  ): void;
  packPixels(input: number, origins: number, target: number, offsets: number, depth: number, tiles: number): void;
  padPlanes(
    source: number,
    target: number,
    planes: number,
    rows: number,
    rowBytes: number,
    targetRowBytes: number,
    lead: number,
    trail: number,
  ): void;
  sumPanels(
    panels: number,
    tile: number,
    out: number,
    bias: number,
    depth: number,
    tiles: number,
    rowStep: number,
    columns: number,
    rows: number,
    most: number,
  ): number;
  sumWindows(
    panels: number,
    window: number,
    out: number,
    bias: number,
    depth: number,
    tiles: number,
    rowStep: number,
    columns: number,
    rows: number,
    offsets: number,
    lines: number,
    lineStep: number,
    lineBytes: number,
  ): void;
}

export const tileColumns = 8;
/** Steps of k in a round of the innermost loop. Each ends with a test, so that V8 does not move all loads to the front. */
const stepsAtOnce = { tiles: 4, windows: 2 };

export function defineProducts(module: Assembler): void {
  const packLines = definePackLines(module);
  const heightOf = defineHeight(module);
  defineRows(module, packLines, heightOf);
  defineColumns(module, packLines);
  definePixels(module);
  definePadding(module);
  const spill = module.table(new Array(16).fill(0)); // four rows of a tile that is not stored whole
  const sums = (where: Columns) => [1, 2, 3, 4].map((height) => defineSums(module, height, spill, where));
  definePanels(module, sums("tiles"), heightOf);
  defineWindows(module, sums("windows"), heightOf);
}

/**
 * packLines(source, target, depth, depthStep, lineStep, targetStep, count): up to four lines of `depth` numbers side by
 * side, target[k · targetStep + line] = source[k · depthStep + line · lineStep]. Steps are in bytes.
 */
function definePackLines(module: Assembler) {
  return module.define(
    "packLines",
    ["i32", "i32", "i32", "i32", "i32", "i32", "i32"],
    (scope, source, target, depth, depthStep, lineStep, targetStep, count) => {
      const [k, line, from, to] = [scope.i32(), scope.i32(), scope.i32(), scope.i32()];
      const rows = scope.vectors(4);
      const [x, y, z, w] = scope.vectors(4) as [Local, Local, Local, Local];
      const whole = i32.eq(count, 4);
      const lineAt = (n: number): Code => i32.add(source, i32.mul(lineStep, n));
      const advance = (steps: number): Code => [
        source.add(i32.mul(depthStep, steps)),
        target.add(i32.mul(targetStep, steps)),
      ];
      const sideBySide = upTo(k, depth, 1, [v128.store(target, v128.load(source)), advance(1)]);
      // four steps of four lines at once: a square turned over
      const turned: Code = [
        rows.map((row, n) => row.set(v128.load(lineAt(n)))),
        x.set(shuffle32(rows[0]!, rows[1]!, [0, 4, 1, 5])),
        y.set(shuffle32(rows[2]!, rows[3]!, [0, 4, 1, 5])),
        z.set(shuffle32(rows[0]!, rows[1]!, [2, 6, 3, 7])),
        w.set(shuffle32(rows[2]!, rows[3]!, [2, 6, 3, 7])),
        [
          shuffle32(x, y, [0, 1, 4, 5]),
          shuffle32(x, y, [2, 3, 6, 7]),
          shuffle32(z, w, [0, 1, 4, 5]),
          shuffle32(z, w, [2, 3, 6, 7]),
        ].map((square, n) => v128.store(i32.add(target, i32.mul(targetStep, n)), square)),
        advance(4),
      ];
      return [
        when(i32.and(whole, i32.eq(lineStep, 4)), sideBySide),
        when(i32.and(whole, i32.eq(depthStep, 4)), upTo(k, i32.and(depth, -4), 4, turned)),
        // whatever is left, number by number
        upTo(k, depth, 1, [
          from.set(source),
          to.set(target),
          line.set(0),
          upTo(line, count, 1, [i32.store(to, i32.load(from)), from.add(lineStep), to.add(4)]),
          advance(1),
        ]),
      ];
    },
  );
}

/** heightOf(rest): how many of the remaining rows go into the next panel, so that none is computed in vain. */
function defineHeight(module: Assembler) {
  return module.define(
    "heightOf",
    ["i32"],
    (_, rest) => i32.select(4, i32.select(3, rest, i32.gtU(rest, 3)), i32.or(i32.eq(rest, 4), i32.gtU(rest, 6))),
    "i32",
  );
}

type Call = (...values: Operand[]) => Code;
type Five = [Local, Local, Local, Local, Local];
type Nine = [Local, Local, Local, Local, Local, Local, Local, Local, Local];

/** packRows(source, target, depth, depthStep, rowStep, rows): a whole `a` as panels, one behind the other. */
function defineRows(module: Assembler, packLines: Call, heightOf: Call): void {
  module.define(
    "packRows",
    ["i32", "i32", "i32", "i32", "i32", "i32"],
    (scope, source, target, depth, depthStep, rowStep, rows) => {
      const height = scope.i32();
      return block((done) =>
        loop((again) => [
          branchIf(done, i32.eqz(rows)),
          height.set(heightOf(rows)),
          packLines(source, target, depth, depthStep, rowStep, i32.shl(height, 2), height),
          source.add(i32.mul(rowStep, height)),
          target.add(i32.mul(i32.shl(height, 2), depth)),
          rows.set(i32.sub(rows, height)),
          branchIf(again, 1),
        ]),
      );
    },
  );
}

/** packColumns(source, target, depth, depthStep, columnStep, columns): columns of a `b` as tiles. */
function defineColumns(module: Assembler, packLines: Call): void {
  module.define(
    "packColumns",
    ["i32", "i32", "i32", "i32", "i32", "i32"],
    (scope, source, target, depth, depthStep, columnStep, columns) => {
      const [half, at, count] = [scope.i32(), scope.i32(), scope.i32()];
      // tiles are made of two halves of four columns, 16 bytes apart
      return upTo(at, columns, 4, [
        count.set(i32.sub(columns, at)),
        count.set(i32.select(4, count, i32.gtU(count, 4))),
        half.set(i32.shl(i32.and(at, 4), 2)),
        packLines(
          i32.add(source, i32.mul(at, columnStep)),
          i32.add(i32.add(target, half), i32.mul(i32.shl(i32.and(at, -8), 2), depth)),
          depth,
          depthStep,
          columnStep,
          32,
          count,
        ),
      ]);
    },
  );
}

/**
 * packPixels(input, origins, target, offsets, depth, tiles): pixels of a convolution as tiles. The number of pixel p for
 * k lies at input + origins[p] + offsets[k], in bytes; `origins` has eight entries for each tile.
 */
function definePixels(module: Assembler): void {
  module.define(
    "packPixels",
    ["i32", "i32", "i32", "i32", "i32", "i32"],
    (scope, input, origins, target, offsets, depth, tiles) => {
      const [end, half, stop, k, to, at] = Array.from({ length: 6 }, () => scope.i32()) as Local[] as [
        Local,
        Local,
        Local,
        Local,
        Local,
        Local,
      ];
      const places = Array.from({ length: 8 }, () => scope.i32());
      const first = places[0]!;
      const spaced = (count: number, step: number) =>
        places
          .slice(1, count)
          .map((place, i) => i32.eq(i32.sub(place, first), step * (i + 1)))
          .reduce((all, one) => i32.and(all, one));
      const forEachK = (start: Operand, store: Code): Code => [
        to.set(start),
        k.set(offsets),
        upTo(k, stop, 4, [at.set(i32.load(k)), store, to.add(32)]),
      ];
      const placed = (place: Local): Code => i32.add(place, at);
      const gathered = places
        .slice(1, 4)
        .reduce<Code>(
          (lanes, place, i) => v128.load32Lane(placed(place), lanes, i + 1),
          v128.load32Zero(placed(first)),
        );
      const neighbours = v128.load(placed(first));
      const everyOther = shuffle32(v128.load(placed(first)), v128.load(placed(first), 16), [0, 2, 4, 6]);
      const halfOf = (numbers: Code) => forEachK(i32.add(target, half), v128.store(to, numbers));
      return [
        end.set(i32.add(origins, i32.shl(tiles, 5))),
        stop.set(i32.add(offsets, i32.shl(depth, 2))),
        upTo(origins, end, 32, [
          places.map((place, i) => place.set(i32.add(input, i32.load(origins, 4 * i)))),
          when(
            spaced(8, 4),
            forEachK(target, [
              at.set(placed(first)),
              v128.store(to, v128.load(at)),
              v128.store(to, v128.load(at, 16), 16),
            ]),
            [
              half.set(0),
              upTo(half, 32, 16, [
                when(spaced(4, 4), halfOf(neighbours), when(spaced(4, 8), halfOf(everyOther), halfOf(gathered))),
                places.slice(0, 4).map((place, i) => place.set(places[i + 4]!)),
              ]),
            ],
          ),
          target.add(i32.shl(depth, 5)),
        ]),
      ];
    },
  );
}

/**
 * padPlanes(source, target, planes, rows, rowBytes, targetRowBytes, lead, trail): copies planes into larger ones of
 * zeros; `lead` are the target's bytes before a plane's first row, `trail` those from behind its last row to the end.
 */
function definePadding(module: Assembler): void {
  module.define(
    "padPlanes",
    ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32"],
    (scope, source, target, planes, rows, rowBytes, targetRowBytes, lead, trail) => {
      const [plane, row, at] = [scope.i32(), scope.i32(), scope.i32()];
      return upTo(plane, planes, 1, [
        i32.fill(target, 0, i32.add(i32.add(lead, i32.mul(rows, targetRowBytes)), trail)),
        target.add(lead),
        row.set(0),
        upTo(row, rows, 1, [
          at.set(0),
          upTo(at, i32.and(rowBytes, -16), 16, v128.store(i32.add(target, at), v128.load(i32.add(source, at)))),
          upTo(at, rowBytes, 4, i32.store(i32.add(target, at), i32.load(i32.add(source, at)))),
          source.add(rowBytes),
          target.add(targetRowBytes),
        ]),
        target.add(trail),
      ]);
    },
  );
}

/** Where the innermost loop finds eight columns for each k: packed in a tile, or in an image, where offsets lead to them. */
type Columns = "tiles" | "windows";

/**
 * sumsN(panel, tile, out, bias, depth, tiles, rowStep, columns): a panel of N rows times tiles; result rows are `rowStep`
 * bytes apart. The last tile has `columns` columns. depth > 0.
 *
 * windowSumsN(…, offsets): the same with the columns for k at tile + offsets[k], in bytes; the next tile is its neighbour.
 */
function defineSums(module: Assembler, height: number, spill: number, where: Columns): Call {
  const packed = where === "tiles";
  const unrolled = stepsAtOnce[where];
  return module.define(
    packed ? `sums${height}` : `windowSums${height}`,
    new Array<"i32">(packed ? 8 : 9).fill("i32"),
    (scope, ...parameters) => {
      const [panel, tile, out, bias, depth, tiles, rowStep, columns, offsets] = parameters as Nine;
      const [a, end, row, at, line] = [scope.i32(), scope.i32(), scope.i32(), scope.i32(), scope.i32()];
      const ends = Array.from({ length: unrolled }, () => scope.i32());
      const sums = Array.from({ length: height }, () => [scope.v128(), scope.v128()] as const);
      const [x, y, factor] = scope.vectors(3) as [Local, Local, Local];
      /** What goes from k to k, by so many bytes. */
      const [k, bytes] = packed ? [tile, 32] : [scope.i32(), 4];
      const place = packed ? tile : at;
      const step = (s: number, done: Parameters<typeof branchIf>[0]): Code => [
        packed ? [] : place.set(i32.add(tile, i32.load(k, 4 * s))),
        x.set(v128.load(place, packed ? 32 * s : 0)),
        y.set(v128.load(place, packed ? 32 * s + 16 : 16)),
        sums.map(([left, right], r) => [
          factor.set(v128.load32Splat(a, 4 * (height * s + r))),
          left.set(f32x4.add(left, f32x4.mul(x, factor))),
          right.set(f32x4.add(right, f32x4.mul(y, factor))),
        ]),
        branchIf(done, i32.eq(k, ends[s]!)),
      ];
      const storeBoth = (to: Operand, offset: number, [left, right]: readonly [Local, Local], r: number): Code => [
        factor.set(v128.load32Splat(bias, 4 * r)),
        v128.store(to, f32x4.add(left, factor), offset),
        v128.store(to, f32x4.add(right, factor), offset + 16),
      ];
      const storeWhole: Code = [
        row.set(out),
        sums.map((both, r) => [storeBoth(row, 0, both, r), r < height - 1 ? row.add(rowStep) : []]),
      ];
      const storePart: Code = [
        sums.map((both, r) => storeBoth(spill, 32 * r, both, r)),
        row.set(out),
        line.set(spill),
        upTo(line, spill + 32 * height, 32, [
          at.set(0),
          upTo(at, i32.shl(columns, 2), 4, i32.store(i32.add(row, at), i32.load(i32.add(line, at)))),
          row.add(rowStep),
        ]),
      ];
      return loop((nextTile) => [
        a.set(panel),
        packed ? [] : k.set(offsets),
        end.set(i32.add(k, i32.mul(depth, bytes))),
        ends.map((one, s) => one.set(i32.sub(end, bytes * (s + 1)))),
        sums.flat().map((sum) => sum.set(f32x4.splat(0))),
        block((done) =>
          loop((again) => [
            ends.map((_, s) => step(s, done)),
            k.add(bytes * unrolled),
            a.add(4 * height * unrolled),
            branchIf(again, 1),
          ]),
        ),
        packed ? tile.set(end) : tile.add(4 * tileColumns),
        tiles.add(-1),
        when(i32.or(tiles, i32.eq(columns, tileColumns)), storeWhole, storePart),
        out.add(4 * tileColumns),
        branchIf(nextTile, tiles),
      ]);
    },
  );
}

/**
 * sumPanels(panels, tile, out, bias, depth, tiles, rowStep, columns, rows, most): up to `most` panels of `a` times tiles.
 * Returns how many of the `rows` are still to be done.
 */
function definePanels(module: Assembler, sums: Call[], heightOf: Call): void {
  module.define(
    "sumPanels",
    ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32"],
    (scope: Scope, panels, tile, out, bias, depth, tiles, rowStep, columns, rows, most) => {
      const height = scope.i32();
      return [
        block((done) =>
          loop((again) => [
            branchIf(done, i32.or(i32.eqz(rows), i32.eqz(most))),
            height.set(heightOf(rows)),
            sums.map((sum, i) =>
              when(i32.eq(height, i + 1), sum(panels, tile, out, bias, depth, tiles, rowStep, columns)),
            ),
            panels.add(i32.mul(i32.shl(height, 2), depth)),
            bias.add(i32.shl(height, 2)),
            out.add(i32.mul(height, rowStep)),
            rows.set(i32.sub(rows, height)),
            most.add(-1),
            branchIf(again, 1),
          ]),
        ),
        rows.get,
      ];
    },
    "i32",
  );
}

/**
 * sumWindows(panels, window, out, bias, depth, tiles, rowStep, columns, rows, offsets, lines, lineStep, lineBytes): all
 * panels of `a` times the windows of so many lines of an image, whose first ones are `lineStep` bytes apart; a line of
 * the result takes `lineBytes`.
 */
function defineWindows(module: Assembler, sums: Call[], heightOf: Call): void {
  module.define(
    "sumWindows",
    new Array<"i32">(13).fill("i32"),
    (scope, panels, window, out, bias, depth, tiles, rowStep, columns, rows, ...others) => {
      const [offsets, lines, lineStep, lineBytes] = others as [Local, Local, Local, Local];
      const [panel, to, shift, left, height] = Array.from({ length: 5 }, () => scope.i32()) as Five;
      return loop((nextLine) => [
        panel.set(panels),
        to.set(out),
        shift.set(bias),
        left.set(rows),
        loop((nextPanel) => [
          height.set(heightOf(left)),
          sums.map((sum, i) =>
            when(i32.eq(height, i + 1), sum(panel, window, to, shift, depth, tiles, rowStep, columns, offsets)),
          ),
          panel.add(i32.mul(i32.shl(height, 2), depth)),
          shift.add(i32.shl(height, 2)),
          to.add(i32.mul(height, rowStep)),
          left.set(i32.sub(left, height)),
          branchIf(nextPanel, left),
        ]),
        window.add(lineStep),
        out.add(lineBytes),
        lines.add(-1),
        branchIf(nextLine, lines),
      ]);
    },
  );
}
