import fc from "fast-check";
import { expect, test } from "vitest";
import { fromValues } from "../ndarray";
import { Tensor } from "../tensor";
import { conv2d } from "./conv2d";
import { dot, dotPlain } from "./dot";

/** Numbers whose float32 sums round often. */
const values = (count: number, seed: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.fround(Math.sin(seed * 9301 + i * 49297) * 10 ** (((i * 7) % 5) - 2)));

const tensor = (shape: number[], seed: number) =>
  Tensor.of(
    fromValues(
      values(
        shape.reduce((a, b) => a * b, 1),
        seed,
      ),
      shape,
      "float32",
    ),
  );

/** Convolution by its definition: seven loops, zeros outside the image, every product and every sum rounded. */
function naive(
  x: Tensor,
  weight: Tensor,
  [top, bottom, left, right]: number[],
  [sy, sx]: number[],
  [dy, dx]: number[],
  group: number,
) {
  const [batch, channels, rows, columns] = x.shape as [number, number, number, number];
  const [filters, perGroup, kh, kw] = weight.shape as [number, number, number, number];
  const [image, kernel] = [x.asnumpy().storage as Float32Array, weight.asnumpy().storage as Float32Array];
  const height = Math.floor((rows + top! + bottom! - dy! * (kh - 1) - 1) / sy!) + 1;
  const width = Math.floor((columns + left! + right! - dx! * (kw - 1) - 1) / sx!) + 1;
  const out: number[] = [];
  for (let n = 0; n < batch; n++) {
    for (let f = 0; f < filters; f++) {
      for (let oy = 0; oy < height; oy++) {
        for (let ox = 0; ox < width; ox++) {
          let sum = 0;
          for (let c = 0; c < perGroup; c++) {
            for (let i = 0; i < kh; i++) {
              for (let j = 0; j < kw; j++) {
                const [y, xx] = [oy * sy! + i * dy! - top!, ox * sx! + j * dx! - left!];
                const channel = Math.floor(f / (filters / group)) * perGroup + c;
                const inside = y >= 0 && y < rows && xx >= 0 && xx < columns;
                const pixel = inside ? image[((n * channels + channel) * rows + y) * columns + xx]! : 0;
                sum = Math.fround(sum + Math.fround(pixel * kernel[((f * perGroup + c) * kh + i) * kw + j]!));
              }
            }
          }
          out.push(sum);
        }
      }
    }
  }
  return { shape: [batch, filters, height, width], out };
}

const cases = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  group: fc.integer({ min: 1, max: 3 }),
  perGroup: fc.integer({ min: 1, max: 3 }),
  filtersPerGroup: fc.integer({ min: 1, max: 5 }),
  image: fc.tuple(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 5, max: 9 })),
  kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  dilation: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
  padding: fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 2 }))),
  seed: fc.nat(1000),
});

test("conv2d has the bits of seven loops for any stride, padding, dilation and group", () => {
  fc.assert(
    fc.property(
      cases,
      ({ batch, group, perGroup, filtersPerGroup, image, kernel, stride, dilation, padding, seed }) => {
        const x = tensor([batch, group * perGroup, ...image], seed);
        const weight = tensor([group * filtersPerGroup, perGroup, ...kernel], seed + 1);
        const sides = padding as [number, number, number, number];
        const expected = naive(x, weight, sides, stride, dilation, group);
        const found = conv2d(x, weight, { padMode: "pad", padding: sides, stride, dilation, group });
        expect(found.shape).toEqual(expected.shape);
        expect([...(found.asnumpy().storage as Float32Array)]).toEqual(expected.out);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  // length, kernel, stride, dilation → out, before, after; MindSpore's documentation of nn.Conv2d
  [16, 3, 1, 1, 16, 1, 1],
  [50, 3, 2, 1, 25, 0, 1],
  [7, 2, 1, 1, 7, 0, 1],
  [7, 3, 3, 1, 3, 1, 1],
  [9, 3, 1, 2, 9, 2, 2],
  [4, 1, 3, 1, 2, 0, 0],
])(
  "same padding of %i by a kernel of %i, stride %i, dilation %i",
  (length, kernel, stride, dilation, out, before, after) => {
    const x = tensor([1, 1, length, length], 3);
    const weight = tensor([1, 1, kernel, kernel], 4);
    const [d, s] = [[dilation, dilation] as [number, number], [stride, stride] as [number, number]];
    const found = conv2d(x, weight, { padMode: "same", stride: s, dilation: d });
    const expected = naive(x, weight, [before, after, before, after], s, d, 1);
    expect(found.shape).toEqual([1, 1, out, out]);
    expect([...(found.asnumpy().storage as Float32Array)]).toEqual(expected.out);
  },
);

test("valid padding keeps the windows that fit", () => {
  const x = tensor([1, 2, 7, 8], 5);
  const weight = tensor([3, 2, 3, 2], 6);
  const found = conv2d(x, weight, { padMode: "valid", stride: [2, 3] });
  const expected = naive(x, weight, [0, 0, 0, 0], [2, 3], [1, 1], 1);
  expect(found.shape).toEqual([1, 3, 3, 3]);
  expect([...(found.asnumpy().storage as Float32Array)]).toEqual(expected.out);
});

test("an infinite weight meets the zeros of the padding as a float does: NaN at the border", () => {
  const x = Tensor.of(fromValues([1], [1, 1, 1, 1], "float32"));
  const weight = Tensor.of(fromValues([Number.POSITIVE_INFINITY, 0, 0, 0, 1, 0, 0, 0, 0], [1, 1, 3, 3], "float32"));
  expect(conv2d(x, weight).asnumpy().read(0)).toBeNaN();
});

test("the tiled sums have the bits of the plain ones", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 30 }),
      (n, p, k) => {
        const plan = {
          input: Float32Array.from(values(p + k, n)),
          origins: Int32Array.from({ length: p }, (_, i) => i),
          offsets: Int32Array.from({ length: k }, (_, i) => (i * 7) % k),
          weight: Float32Array.from(values(n * k, k)),
          start: 0,
          rowStep: p,
          columnStep: 1,
        };
        const [fast, plain] = [new Float32Array(n * p), new Float32Array(n * p)];
        dot({ ...plan, out: fast });
        dotPlain({ ...plan, out: plain });
        expect(fast).toEqual(plain);
      },
    ),
  );
});
