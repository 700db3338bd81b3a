import { expect, test } from "vitest";
import { speakFor } from "./held";
import { mostBytes } from "./memory";
import { type NDArray, zeros } from "./ndarray";

/* Nobody writes into these arrays, so they take addresses and no memory. */

const shape = [4096, 8192]; // 256 MiB of float64
const bytes = 2 ** 28;
const turn = () => new Promise((resolve) => setTimeout(resolve));

test("arrays that a host holds are refused in NumPy's words once they fill the memory", async () => {
  const held: NDArray[] = [];
  const takeBack = speakFor(() => held);
  const fill = async () => {
    for (; held.length < 100; held.push(zeros(shape, "float64"))) await turn();
  };
  await expect(fill()).rejects.toThrow(
    "Unable to allocate 256. MiB for an array with shape (4096, 8192) and data type float64",
  );
  expect(held.length).toBe(mostBytes / bytes);
  expect(zeros([3], "float64").size).toBe(3); // small ones are still made
  takeBack();
});

const loops = {
  "that never waits": () => {},
  "that waits for what is there already": () => Promise.resolve(),
  "that waits for its turn": turn,
};

test.each(Object.entries(loops))(
  "a loop %s makes and drops more than the memory holds, without a host",
  async (_, wait) => {
    for (let i = 0; i < 40; i++) {
      expect(zeros(shape, "float64").shape[0]).toBe(4096); // 10 GiB in all
      const waiting = wait();
      if (waiting) await waiting;
    }
  },
);

test("what nobody speaks for is taken for garbage, what a host holds is not", () => {
  const held: NDArray[] = [];
  const takeBack = speakFor(() => held);
  for (let i = 0; i < 40; i++) expect(zeros(shape, "float64").shape[0]).toBe(4096); // 10 GiB
  expect(() => {
    for (let i = 0; i < 40; i++) held.push(zeros(shape, "float64"));
  }).toThrow("Unable to allocate 256. MiB");
  expect(held.length).toBe(mostBytes / bytes);
  held.push(held[0]!.view([2], [1])); // the same memory once more
  held.splice(1, 1);
  expect(zeros(shape, "float64").shape[0]).toBe(4096);
  takeBack();
});
