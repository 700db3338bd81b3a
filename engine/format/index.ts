/* Text of numbers and arrays, by NumPy 1.24's rules. */
export { arrayRepr, arrayStr, arrayText } from "./array";
export { type Decimal, exactFixed, exactScientific, exponentText, type FloatType, shortest } from "./digits";
export { defaultPrintOptions, type PrintOptions } from "./options";
export { type FloatStringOptions, fixedText, floatString, floatText, scalarText } from "./scalar";
