import { IndexError, TypeError } from "../errors";
import type { Tensor } from "../tensor";
import { describe } from "../tensorData";
import { Cell } from "./cell";
import { outerPrefix } from "./outerPrefix";

/**
 * Cells that hand their results on to each other, named 0, 1, … or by the keys of a map.
 *
 * @throws {TypeError} if a member is no Cell
 * Source: MindSpore `mindspore.nn.SequentialCell`, spec §11.6.
 */
export class SequentialCell extends Cell {
  constructor(...members: readonly (Cell | readonly Cell[] | ReadonlyMap<string, Cell>)[]) {
    super({ clsName: "SequentialCell" });
    const [only] = members;
    if (members.length === 1 && only instanceof Map) {
      for (const [name, cell] of only) this.put(name, checkCell(cell, "SequentialCell"));
      return;
    }
    if (members.length === 1 && !Array.isArray(only)) {
      throw new TypeError(
        `For 'SequentialCell', a single argument must be 'list' or 'OrderedDict', but got '${describe(only)}'.`,
      );
    }
    const cells = (members.length === 1 ? only : members) as readonly Cell[];
    for (const [index, cell] of cells.entries()) this.put(String(index), checkCell(cell, "SequentialCell"));
  }

  /** A member by its name, new or in place of another. */
  put(name: string, cell: Cell, outer = outerPrefix(this.ownCells)): void {
    cell.updateParametersName(`${outer}${name}.`);
    this.ownCells.set(name, cell);
  }

  get length(): number {
    return this.ownCells.size;
  }
  *[Symbol.iterator](): Iterator<Cell> {
    for (const cell of this.ownCells.values()) if (cell) yield cell;
  }
  /** The cell at a place; negative ones count from the end. @throws {IndexError} */
  at(index: number): Cell {
    return [...this][placeOf(index, this.length, "SequentialCell")]!;
  }
  append(cell: Cell): this {
    this.put(String(this.length), checkCell(cell, "SequentialCell"));
    return this;
  }
  /** Other members in place of all, named 0, 1, … */
  setMembers(cells: readonly Cell[]): void {
    const outer = outerPrefix(this.ownCells);
    this.ownCells.clear();
    for (const [index, cell] of cells.entries()) this.put(String(index), checkCell(cell, "SequentialCell"), outer);
  }

  override construct(x: Tensor): Tensor {
    let result: unknown = x;
    for (const cell of this) result = (cell as Cell & { construct(x: unknown): unknown }).construct(result);
    return result as Tensor;
  }
}

/** A place counted from the front. @throws {TypeError} if it is no int @throws {IndexError} if there is none */
export function placeOf(index: unknown, length: number, owner: string): number {
  if (typeof index !== "number" || !Number.isInteger(index)) {
    throw new TypeError(`For '${owner}', the 'index' must be int, but got '${describe(index)}'.`);
  }
  if (index < -length || index >= length) {
    throw new IndexError(
      `For '${owner}', the value of 'index' must be a number in range [${-length}, ${length}), but got ${index}.`,
    );
  }
  return index < 0 ? index + length : index;
}

export function checkCell(cell: unknown, owner: string): Cell {
  if (cell instanceof Cell) return cell;
  throw new TypeError(`For '${owner}', each cell must be subclass of 'Cell', but got '${describe(cell)}'.`);
}
