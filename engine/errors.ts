/*
 * Errors named like Python's. A language runtime turns them into its own exceptions by `name`, so every class writes
 * its name out (minifying would lose it). Messages are MindSpore's or NumPy's sentences, so that a search finds them.
 */

/** The base of every error the engine raises on purpose; anything else that escapes is a fault of the engine. */
export class EngineError extends Error {
  override name = "RuntimeError";
  /** Tells a language runtime, which sees names only, that this is no TypeError or RangeError of JavaScript's own. */
  readonly isOfEngine = true;
}
/** The right type with a wrong value. */
export class ValueError extends EngineError {
  override name = "ValueError";
}
/** A value of a wrong type. */
export class TypeError extends EngineError {
  override name = "TypeError";
}
/** Operands whose types a ufunc has no loop for, or may not cast to. */
export class UFuncTypeError extends TypeError {
  override name = "UFuncTypeError";
}
/** A subscript out of range or of an unusable kind. */
export class IndexError extends EngineError {
  override name = "IndexError";
}
/** A name that is in no table. */
export class KeyError extends EngineError {
  override name = "KeyError";
}
export class AttributeError extends EngineError {
  override name = "AttributeError";
}
export class RuntimeError extends EngineError {
  override name = "RuntimeError";
}
export class NotImplementedError extends EngineError {
  override name = "NotImplementedError";
}
export class OverflowError extends EngineError {
  override name = "OverflowError";
}
export class ZeroDivisionError extends EngineError {
  override name = "ZeroDivisionError";
}
/** An allocation that is refused; Python sees `MemoryError`. */
export class MemoryError extends EngineError {
  override name = "MemoryError";
}
/** An axis that the array does not have. NumPy's class is both a ValueError and an IndexError. */
export class AxisError extends ValueError {
  override name = "AxisError";
}
/** A matrix that a decomposition cannot handle; Python sees `numpy.linalg.LinAlgError`. */
export class LinAlgError extends ValueError {
  override name = "LinAlgError";
}
