/** A number with so many digits that count, as it stands in the lab's tables and on its axis. */
export function shortNumber(value: number, digits = 4): string {
  if (value === 0) return "0";
  const text = String(Number(value.toPrecision(digits)));
  return text.replace("-", "−");
}

/** A probability: small ones as a power of ten. */
export const probabilityText = (p: number) =>
  p < 0.0001 ? p.toExponential(1).replace("-", "−") : p.toFixed(p < 0.01 ? 4 : 3);

/** About `count` round places between the ends of an axis. */
export function ticksOf(low: number, high: number, count: number): number[] {
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= raw) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}
