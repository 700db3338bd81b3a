/** What the modules have only as types: a cell may import them by name without saying `type`. A test holds it to the declarations. */
export const typeNames: ReadonlySet<string> = new Set([
  "ArrayLike",
  "Axis",
  "DType",
  "IndexPart",
  "InitializerInput",
  "ParameterOptions",
  "Reference",
  "Scalar",
  "Shape",
  "TensorInput",
  "TensorOptions",
]);
