import { NotImplementedError, TypeError } from "../errors";
import { describe } from "../tensorData";
import { Cell } from "./cell";
import { outerPrefix } from "./outerPrefix";
import { checkCell, placeOf } from "./sequentialCell";

/**
 * A list of cells, named 0, 1, …; it computes nothing itself.
 *
 * @throws {TypeError} if a member is no Cell
 * Source: MindSpore `mindspore.nn.CellList`, spec §11.7.
 */
export class CellList extends Cell {
  constructor(cells: readonly Cell[] = [], { autoPrefix = true }: { autoPrefix?: boolean } = {}) {
    super({ clsName: "CellList", autoPrefix });
    this.extend(cells);
  }

  get length(): number {
    return this.ownCells.size;
  }
  *[Symbol.iterator](): Iterator<Cell> {
    for (const cell of this.ownCells.values()) if (cell) yield cell;
  }
  /** The cell at a place; negative ones count from the end. @throws {IndexError} */
  at(index: number): Cell {
    return [...this][placeOf(index, this.length, "CellList")]!;
  }
  append(cell: Cell): this {
    this.put(this.length, checkCell(cell, "CellList"));
    return this;
  }
  /** @throws {TypeError} if cells is no list */
  extend(cells: readonly Cell[]): this {
    if (!Array.isArray(cells)) {
      throw new TypeError(
        `For 'CellList', the new cells wanted to append should be instance of list, but got ${describe(cells)}.`,
      );
    }
    for (const cell of cells) this.append(cell);
    return this;
  }
  /** Puts a cell before the one at a place; all are named anew. @throws {IndexError} */
  insert(index: number, cell: Cell): void {
    const place = placeOf(index, this.length, "CellList");
    const cells = [...this];
    cells.splice(place, 0, checkCell(cell, "CellList"));
    this.setMembers(cells);
  }
  /** Other members in place of all, named 0, 1, … */
  setMembers(cells: readonly Cell[]): void {
    const outer = outerPrefix(this.ownCells);
    this.ownCells.clear();
    for (const [index, cell] of cells.entries()) this.put(index, checkCell(cell, "CellList"), outer);
  }

  private put(place: number, cell: Cell, outer = outerPrefix(this.ownCells)): void {
    if (this.autoPrefix) cell.updateParametersName(`${outer}${place}.`);
    this.ownCells.set(String(place), cell);
  }

  /** @throws {NotImplementedError} always */
  override construct(): never {
    throw new NotImplementedError("CellList itself can not be called: call its cells.");
  }
}
