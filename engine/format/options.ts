/** How arrays print: NumPy's `set_printoptions`. */
export interface PrintOptions {
  /** Most decimals of a float. */
  precision: number;
  /** Arrays with more elements are shortened to their corners. */
  threshold: number;
  /** Entries kept at each end of a shortened axis. */
  edgeitems: number;
  /** Characters of a line. */
  linewidth: number;
  /** Never use exponents for small numbers. */
  suppress: boolean;
  nanstr: string;
  infstr: string;
  /** "-": only minus signs; "+": plus signs too; " ": a blank in the plus sign's place. */
  sign: "-" | "+" | " ";
  /** Trailing zeros: "maxprec" none beyond the shortest, "fixed" always `precision`, "unique" shortest whatever it takes. */
  floatmode: "maxprec" | "fixed" | "unique" | "maxprec_equal";
}

export const defaultPrintOptions: Readonly<PrintOptions> = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  nanstr: "nan",
  infstr: "inf",
  sign: "-",
  floatmode: "maxprec",
};
