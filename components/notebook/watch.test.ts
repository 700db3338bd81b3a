import { describe, expect, test, vi } from "vitest";
import { createStore } from "zustand";
import { newWatcher, Watch } from "./watch";

type State = { a: number; b: number; cells: { [id: string]: string } };

function start() {
  const store = createStore<State>()(() => ({ a: 1, b: 2, cells: { one: "x" } }));
  return { store, watch: new Watch<State>(store) };
}

describe("a selection", () => {
  test("is told of the parts that it looks at, and of no other", () => {
    const { store, watch } = start();
    const watcher = newWatcher();
    const tell = vi.fn();
    expect(watch.read(watcher, ({ a }) => a)).toBe(1);
    watch.subscribe(watcher, tell);
    store.setState({ b: 3 });
    store.setState({ cells: {} });
    expect(tell).not.toHaveBeenCalled();
    store.setState({ a: 2, b: 4 });
    expect(tell).toHaveBeenCalledTimes(1);
    expect(watch.read(watcher, ({ a }) => a)).toBe(2);
  });

  test("that looks at another part later is told of that too", () => {
    const { store, watch } = start();
    const watcher = newWatcher();
    const tell = vi.fn();
    const select = (state: State) => (state.a > 1 ? state.b : 0);
    watch.read(watcher, select);
    watch.subscribe(watcher, tell);
    store.setState({ a: 2 });
    expect(watch.read(watcher, select)).toBe(2);
    store.setState({ b: 5 });
    expect(tell).toHaveBeenCalledTimes(2);
    expect(watch.read(watcher, select)).toBe(5);
  });

  test("is told once of a change to several parts, and of none when it has ended", () => {
    const { store, watch } = start();
    const watcher = newWatcher();
    const tell = vi.fn();
    watch.read(watcher, ({ a, b }) => a + b);
    const end = watch.subscribe(watcher, tell);
    store.setState({ a: 7, b: 8 });
    expect(tell).toHaveBeenCalledTimes(1);
    end();
    store.setState({ a: 9 });
    expect(tell).toHaveBeenCalledTimes(1);
  });

  test("of one member is told of that member's changes, and of no other's", () => {
    const { store, watch } = start();
    const watcher = newWatcher();
    const tell = vi.fn();
    watch.subscribe(watcher, tell);
    expect(watch.read(watcher, () => watch.member("cells", "one"))).toBe("x");
    store.setState({ cells: { one: "x", two: "y" } });
    expect(tell).not.toHaveBeenCalled();
    store.setState({ cells: { one: "z" } });
    expect(tell).toHaveBeenCalledTimes(1);
    store.setState({ cells: {} });
    expect(tell).toHaveBeenCalledTimes(2);
    expect(watch.read(watcher, () => watch.member("cells", "one"))).toBeUndefined();
  });

  test("gets the parts themselves, and cannot take the whole state", () => {
    const { store, watch } = start();
    expect(watch.read(newWatcher(), ({ cells }) => cells)).toBe(store.getState().cells);
    expect(() => watch.read(newWatcher(), (state) => ({ ...state }))).toThrow(/parts that it needs/);
  });
});
