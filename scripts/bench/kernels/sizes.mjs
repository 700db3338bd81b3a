/** What the table of time against size is made of: elements 10² … 10⁸, and channels of a 3×3 layer on 28×28. */
export const sizeCases = [
  ...[2, 3, 4, 5, 6, 7, 8].flatMap((power) =>
    [
      ["x + x", "double"],
      ["exp", "exp"],
      ["sum", "sum"],
      ["Normal", "normal"],
    ].map(([label, kind]) => ({ label, size: 10 ** power, one: { kind, size: 10 ** power } })),
  ),
  ...[8, 16, 32, 64, 128, 256, 512].map((channels) => ({
    label: "conv 3×3, channels",
    size: channels,
    one: {
      kind: "conv",
      x: [1, channels, 28, 28],
      weight: [channels, channels, 3, 3],
      stride: 1,
      padMode: "same",
    },
  })),
];
