/*
 * WebAssembly code as a tree: an instruction is the bytes of its operands followed by its own, so a call of
 * `f32x4.add(x, y)` reads as the expression it computes. Labels become relative depths when a function is written out.
 */

/** A place to branch to; `block`, `loop` and `when` make one. */
export class Label {}

interface Structure {
  opcode: number;
  label: Label;
  body: Code;
}
interface Branch {
  opcode: number;
  target: Label;
}

/** Instructions: bytes, and trees of them. */
export type Code = number | Structure | Branch | readonly Code[];

/** What an instruction takes: code that leaves a value, a local variable, or a constant of the instruction's own type. */
export type Operand = Code | Local;

/** A local variable or parameter of a function. */
export class Local {
  constructor(readonly index: number) {}
  get get(): Code {
    return [0x20, unsigned(this.index)];
  }
  set(value: Operand): Code {
    return [i32Of(value), 0x21, unsigned(this.index)];
  }
  /** `set`, with the value left for the instruction around it. */
  tee(value: Operand): Code {
    return [i32Of(value), 0x22, unsigned(this.index)];
  }
  /** Adds to an i32. */
  add(value: Operand): Code {
    return this.set([this.get, i32Of(value), 0x6a]);
  }
}

/** A constant that must not be taken for an opcode. */
export type Constant = { constant: number };

export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
    if (rest === 0) return bytes;
  }
}

export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value | 0; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    const last = (rest === 0 && !(low & 0x40)) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

/** A number is an i32 constant, a local its value. */
export function i32Of(operand: Operand): Code {
  if (typeof operand === "number") return [0x41, signed(operand)];
  return operand instanceof Local ? operand.get : operand;
}

/** The bytes of a tree, appended to `bytes`; `labels` are those around it, innermost last. */
export function writeCode(code: Code, bytes: number[], labels: readonly Label[] = []): void {
  if (typeof code === "number") {
    bytes.push(code);
  } else if (Array.isArray(code)) {
    for (const part of code as readonly Code[]) writeCode(part, bytes, labels);
  } else if ("target" in (code as Branch | Structure)) {
    const { opcode, target } = code as Branch;
    bytes.push(opcode, ...unsigned(labels.length - 1 - labels.lastIndexOf(target)));
  } else {
    const { opcode, label, body } = code as Structure;
    bytes.push(opcode, 0x40);
    writeCode(body, bytes, [...labels, label]);
    bytes.push(0x0b);
  }
}

/** Leaves nothing; a branch to the label goes to its end. */
export function block(body: (end: Label) => Code): Code {
  const label = new Label();
  return { opcode: 0x02, label, body: body(label) };
}

/** Runs `body` once; a branch to the label runs it again. */
export function loop(body: (again: Label) => Code): Code {
  const label = new Label();
  return { opcode: 0x03, label, body: body(label) };
}

/** Runs `body` if the condition, an i32, is not 0. */
export function when(condition: Operand, body: Code, otherwise?: Code): Code {
  const label = new Label();
  return [i32Of(condition), { opcode: 0x04, label, body: otherwise === undefined ? body : [body, 0x05, otherwise] }];
}

export function branch(target: Label): Code {
  return { opcode: 0x0c, target };
}
export function branchIf(target: Label, condition: Operand): Code {
  return [i32Of(condition), { opcode: 0x0d, target }];
}

/** Runs `body` while `at` stays below `end`, both unsigned i32; `step` is added to `at` after each round. */
export function upTo(at: Local, end: Operand, step: number, body: Code): Code {
  const below: Code = [at.get, i32Of(end), 0x49];
  return when(
    below,
    loop((again) => [body, at.add(step), branchIf(again, below)]),
  );
}
