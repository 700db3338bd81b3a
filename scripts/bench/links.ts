import { fragmentOf } from "../../components/link/encode";
import { deskFor, editions } from "../../components/link/links.testing";
import type { Desk } from "../../components/notebook/files";
import { deskOf } from "../../components/notebook/files";
import { emptyNotebook } from "../../components/notebook/nbformat";

/** The notebook with one digit of its code changed. */
function withOneDigit(desk: Desk): Desk {
  const id = desk.order.find((each) => desk.cells[each]!.cell_type === "code" && /\d/.test(desk.cells[each]!.source))!;
  const cell = desk.cells[id]!;
  const source = cell.source.replace(/\d/, (digit) => String((Number(digit) + 5) % 10));
  return { ...desk, cells: { ...desk.cells, [id]: { ...cell, source } } };
}

/** Two cells changed and one added. */
function withEdits(desk: Desk): Desk {
  const [first, second] = desk.order.filter((each) => desk.cells[each]!.cell_type === "code") as [string, string];
  const more = (id: string, text: string) => ({ ...desk.cells[id]!, source: `${desk.cells[id]!.source}\n${text}` });
  const added = { id: "mine", cell_type: "code" as const, source: "print(x.asnumpy().sum())", metadata: {} };
  return {
    ...desk,
    order: [...desk.order, "mine"],
    cells: {
      ...desk.cells,
      [first]: more(first, "print(w.name)"),
      [second]: more(second, "x.requires_grad"),
      mine: added,
    },
  };
}

/** Lengths of the fragments of what the site brings, in characters, `#` included. */
export function linkLengths(): { [name: string]: { [form: string]: number | string } } {
  const rows: { [name: string]: { [form: string]: number | string } } = {};
  for (const edition of editions)
    for (const language of ["zh", "en"] as const) {
      const desk = deskFor(edition, language);
      const length = (of: Desk, outputs: boolean, asEdit: boolean) =>
        fragmentOf(of, outputs, asEdit ? edition : undefined, language).length + 1;
      rows[`${edition.slug} ${language}`] = {
        cells: desk.order.length,
        "whole, with outputs": length(desk, true, false),
        "whole, without": length(desk, false, false),
        "as published, with outputs": length(desk, true, true),
        "one digit edited": length(withOneDigit(desk), true, true),
        "two cells edited, one added": length(withEdits(desk), true, true),
      };
    }
  const empty = deskOf(emptyNotebook(), "notebook.ipynb");
  rows["empty notebook"] = { cells: 1, "whole, with outputs": fragmentOf(empty, true).length + 1 };
  return rows;
}
