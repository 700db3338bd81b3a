import { expect, test } from "vitest";
import { StopSignal } from "./stop";

function open() {
  const world = { ms: 0, isUp: true, looks: 0 };
  const stop = new StopSignal(
    () => {
      world.looks++;
      return world.isUp;
    },
    () => world.ms,
  );
  stop.begin("flag");
  stop.armed = true;
  return { stop, world };
}

test("it looks at the flag at most every 50 ms", () => {
  const { stop, world } = open();
  for (world.ms = 0; world.ms < 500; world.ms++) stop.isDue();
  expect(world.looks).toBe(10);
});
test("a stop stays due until it is taken, and is then over", () => {
  const { stop, world } = open();
  world.isUp = false;
  expect([stop.isDue(), stop.isDue(), stop.isDue()]).toEqual([true, true, true]);
  stop.take();
  expect(stop.isDue()).toBe(false);
  expect(stop.taken).toBe(true);
});
test("it waits for the cell's own frames, but not for ever", () => {
  const { stop, world } = open();
  stop.armed = false;
  world.isUp = false;
  expect(stop.isDue()).toBe(false);
  world.ms = 301;
  expect(stop.isDue()).toBe(true);
});
test("the next run begins without the last one's stop, and between runs nothing is due", () => {
  const { stop, world } = open();
  world.isUp = false;
  stop.end();
  expect([stop.isDue(), stop.isDown()]).toEqual([false, false]);
  world.isUp = true;
  stop.begin("another");
  expect(stop.isDue()).toBe(false);
});
test("what the page asks for between the runs stops by the clock, and the next run does not", () => {
  const { stop, world } = open();
  stop.beginFor(200);
  expect(stop.isDue()).toBe(false);
  world.ms = 200;
  expect(stop.isDue()).toBe(true);
  expect(world.looks).toBe(0);
  stop.begin("flag");
  expect(stop.isDue()).toBe(false);
});
