import type { Variable } from "../../workers/protocol";
import { sizeText } from "../data/names";

/** A column: what stands in it as text, and by what it is sorted. */
type Column = { text(variable: Variable): string; key(variable: Variable): string | number };

const shapeText = ({ shape }: Variable) => (shape ? `(${shape.join(", ")}${shape.length === 1 ? "," : ""})` : "");
const elements = ({ shape }: Variable) => (shape ? shape.reduce((product, length) => product * length, 1) : -1);

/** The columns of the table, in order. */
export const columns = {
  name: { text: ({ name }) => name, key: ({ name }) => name.toLowerCase() },
  language: { text: ({ language }) => (language === "python" ? "Py" : "TS"), key: ({ language }) => language },
  type: { text: ({ type }) => type, key: ({ type }) => type.toLowerCase() },
  shape: { text: shapeText, key: elements },
  dtype: { text: ({ dtype }) => dtype ?? "", key: ({ dtype }) => dtype ?? "" },
  bytes: { text: ({ bytes }) => (bytes === undefined ? "" : sizeText(bytes)), key: ({ bytes }) => bytes ?? -1 },
} as const satisfies { [column: string]: Column };

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];

/** By which column the rows stand in order. */
export type Order = { by: ColumnName; isDown: boolean };

/** The variables in which every word of the filter occurs, in any column, in order. Equal ones stand by name. */
export function rowsOf(variables: readonly Variable[], filter: string, { by, isDown }: Order): Variable[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (variable: Variable) => {
    const text = [...columnNames.map((name) => columns[name].text(variable)), variable.language]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const sign = isDown ? -1 : 1;
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return variables.filter(holds).sort((a, b) => {
    const { key } = columns[by];
    return sign * compare(key(a), key(b)) || compare(a.name, b.name) || compare(a.language, b.language);
  });
}

/** Which rows are drawn of so many, each `height` px high: those in sight and some on either side. */
export function windowOf(count: number, height: number, scroll: number, sight: number): { from: number; to: number } {
  const spare = 10;
  const from = Math.max(0, Math.min(count, Math.floor(scroll / height)) - spare);
  return { from, to: Math.min(count, Math.ceil((scroll + sight) / height) + spare) };
}
