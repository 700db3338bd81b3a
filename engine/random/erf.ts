/*
 * The error function's complement and the inverse of the error function, in float64.
 *
 * Source of the rational pieces: Boost.Math `erf_inv.hpp` (Boost licence), which MindSpore 2.x copies.
 */

interface Piece {
  base: number;
  /** Coefficients, constant term first. */
  top: readonly number[];
  bottom: readonly number[];
}

const [central, middle, ...tails] = [
  {
    base: 0.08913147449493408,
    top: [
      -0.0005087819496582806, -0.008368748197417368, 0.03348066254097446, -0.012692614766297404, -0.03656379714117627,
      0.02198786811111689, 0.008226878746769157, -0.005387729650712429,
    ],
    bottom: [
      1.0, -0.9700050433032906, -1.5657455823417585, 1.5622155839842302, 0.662328840472003, -0.7122890234154284,
      -0.05273963823400997, 0.07952836873415717, -0.0023339375937419, 0.0008862163904564247,
    ],
  },
  {
    base: 2.249481201171875,
    top: [
      -0.20243350835593876, 0.10526468069939171, 8.3705032834312, 17.644729840837403, -18.851064805871424,
      -44.6382324441787, 17.445385985570866, 21.12946554483405, -3.6719225470772936,
    ],
    bottom: [
      1.0, 6.242641248542475, 3.971343795334387, -28.66081804998, -20.14326346804852, 48.560921310873994,
      10.826866735546016, -22.643693341313973, 1.7211476576120028,
    ],
  },
  {
    base: 0.807220458984375,
    top: [
      -0.1311027816799519, -0.16379404719331705, 0.11703015634199525, 0.38707973897260434, 0.3377855389120359,
      0.14286953440815717, 0.029015791000532906, 0.0021455899538880526, -6.794655751811263e-7, 2.8522533178221704e-8,
      -6.81149956853777e-10,
    ],
    bottom: [
      1.0, 3.4662540724256723, 5.381683457070069, 4.778465929458438, 2.5930192162362027, 0.848854343457902,
      0.15226433829533179, 0.011059242293464892,
    ],
  },
  {
    base: 0.9399557113647461,
    top: [
      -0.0350353787183178, -0.0022242652921344794, 0.018557330651423107, 0.009508047013259196, 0.0018712349281955923,
      0.00015754461742496055, 4.60469890584318e-6, -2.304047769118826e-10, 2.6633922742578204e-12,
    ],
    bottom: [
      1.0, 1.3653349817554064, 0.7620591645536234, 0.22009110576413124, 0.03415891436709477, 0.00263861676657016,
      7.646752923027944e-5,
    ],
  },
  {
    base: 0.9836282730102539,
    top: [
      -0.016743100507663373, -0.0011295143874558028, 0.001056288621524929, 0.00020938631748758808,
      1.4962478375834237e-5, 4.4969678992770644e-7, 4.625961635228786e-9, -2.811287356288318e-14, 9.905570997331033e-17,
    ],
    bottom: [
      1.0, 0.5914293448864175, 0.1381518657490833, 0.016074608709367652, 0.0009640118070051656, 2.7533547476472603e-5,
      2.82243172016108e-7,
    ],
  },
  {
    base: 0.9971456527709961,
    top: [
      -0.002497821279189813, -7.79190719229054e-6, 2.5472303741302746e-5, 1.6239777734251093e-6, 3.963410113048012e-8,
      4.116328311909442e-10, 1.4559628671867504e-12, -1.1676501239718427e-18,
    ],
    bottom: [
      1.0, 0.2071231122144225, 0.01694108381209759, 0.0006905382656226846, 1.4500735981823264e-5, 1.4443775662814415e-7,
      5.097612765997785e-10,
    ],
  },
] as const satisfies Piece[];

/** Where each tail piece ends and what it subtracts, in terms of √(−ln q). */
const tailRanges = [
  { end: 3, from: 1.125 },
  { end: 6, from: 3 },
  { end: 18, from: 6 },
  { end: Number.POSITIVE_INFINITY, from: 18 },
] as const;

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}
function ratio(piece: Piece, x: number): number {
  return polynomial(piece.top, x) / polynomial(piece.bottom, x);
}

/** The x ≥ 0 with erf(x) = p; q = 1 − p is asked for too, because near 1 it says more than p. */
export function inverseErf(p: number, q: number): number {
  if (p <= 0.5) {
    const g = p * (p + 10);
    return g * central.base + g * ratio(central, p);
  }
  if (q >= 0.25) return Math.sqrt(-2 * Math.log(q)) / (middle.base + ratio(middle, q - 0.25));
  const x = Math.sqrt(-Math.log(q));
  const index = tailRanges.findIndex(({ end }) => x < end);
  const piece = tails[index]!;
  return piece.base * x + x * ratio(piece, x - tailRanges[index]!.from);
}

/** 1 − erf(x), with a relative error below 1e-14 for x ≤ 26. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  if (x < 2) {
    const erf = erfSeries(x);
    if (erf < 0.9) return 1 - erf;
  }
  return (expOfMinusSquare(x) / Math.sqrt(Math.PI)) * tailFraction(x);
}

/** (2 / √π) · e^(−x²) · x · (1 + 2x²/3 + (2x²)²/(3·5) + …) */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (2 * x * x) / k;
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** 1 / (x + ½ / (x + 1 / (x + (3/2) / (x + …)))), from the far end. */
function tailFraction(x: number): number {
  let value = x;
  for (let k = Math.ceil(60 + 2000 / (x * x)); k >= 1; k--) value = x + k / 2 / value;
  return 1 / value;
}

/** e^(−x²) where the rounding error of x² would show: that error by Dekker's product, and a first-order correction. */
function expOfMinusSquare(x: number): number {
  const square = x * x;
  const split = 134217729 * x;
  const upper = split - (split - x);
  const lower = x - upper;
  const error = upper * upper - square + 2 * upper * lower + lower * lower;
  return Math.exp(-square) * (1 - error);
}
