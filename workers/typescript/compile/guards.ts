import type { ForStatement, WhileStatement } from "acorn";
import type MagicString from "magic-string";
import { type CountedLoop, mayTakeLong, readCountedLoop, readCountedWhile } from "./countedLoop";
import type { Rewriting } from "./rewrite";
import { type AnyNode, childrenOf, type FunctionNode, isFunction } from "./tree";
import { words } from "./words";

const { tick, steps, calls, depth, run, kit, error, end, from, loop } = words;

/** Steps between two looks at the clock: of a loop that only computes, of one whose steps call something, and calls of functions. */
export const patience = { steps: 65_535, calls: 255, depth: 1_023 } as const;

/** How a loop counts: in what, up to where, and what begins to count anew. */
const counting = {
  steps: { counter: steps, most: patience.steps, anew: `${steps}=${tick}(0)` },
  calls: { counter: calls, most: patience.calls, anew: `${calls}=${kit}.pace()` },
} as const;

/** What a function needs at its start, gathered while its body is gone through. */
interface Needs {
  steps: boolean;
  calls: boolean;
  run: boolean;
  /** How many loops count with names of their own. */
  loops: number;
}

/**
 * Lets Stop end loops, recursion and waiting: each loop counts its steps and looks at the clock after many; so do functions
 * that call others. A loop that counts by itself is cut into lengths instead, which costs its steps nothing. What was awaited
 * goes on only if its run was not stopped meanwhile, and no `catch` catches a stop. No line is moved.
 *
 * Gives what must stand before the code. To be called after all else that inserts.
 */
export function addGuards(rewriting: Rewriting): string {
  const { text, program } = rewriting;
  const top = newNeeds();
  for (const statement of program.body) visit(statement, program, top);
  return `let ${depth}=${patience.depth};${headOf(top)}`;

  function visit(node: AnyNode, parent: AnyNode, needs: Needs): void {
    if (isFunction(node)) {
      guardFunction(node, parent);
      return;
    }
    switch (node.type) {
      case "StaticBlock": {
        const own = newNeeds();
        for (const statement of node.body) visit(statement, node, own);
        text.prependRight(text.original.indexOf("{", node.start) + 1, headOf(own));
        return;
      }
      case "AwaitExpression":
        needs.run = true;
        text.appendRight(node.start, `${kit}.resume(${run},`);
        text.prependLeft(node.end, ")");
        break;
      case "ForOfStatement":
        needs.run ||= node.await;
        guardBody(node.body, needs, node.await ? `${kit}.resume(${run});` : "");
        break;
      case "ForInStatement":
      case "DoWhileStatement":
        guardBody(node.body, needs);
        break;
      case "WhileStatement":
        if (parent.type === "LabeledStatement") guardBody(node.body, needs);
        else if (!cutWhile(node, parent, needs)) countRounds(node, needs);
        break;
      case "ForStatement":
        if (parent.type === "LabeledStatement" || !cutIntoLengths(node, needs)) guardBody(node.body, needs);
        break;
      case "CatchClause":
        guardCatch(node);
        break;
    }
    for (const child of childrenOf(node)) visit(child, node, needs);
  }

  function guardFunction(node: FunctionNode, parent: AnyNode): void {
    const own = newNeeds();
    const isExpression = node.body.type !== "BlockStatement";
    if (isExpression) text.prependLeft(node.end, ")}"); // before what ends inside it is closed
    for (const child of childrenOf(node)) visit(child, node, own);
    const isCallback =
      (parent.type === "CallExpression" || parent.type === "NewExpression") &&
      parent.arguments.some((given) => given === node);
    const isGuarded = isCallback || mayTakeLong(node.body);
    const head = `${headOf(own)}${isGuarded ? `if(--${depth}<0)${depth}=${tick}(${patience.depth});` : ""}`;
    // the brackets around an expression do not belong to its node
    if (isExpression) text.prependRight(text.original.lastIndexOf("=>", node.body.start) + 2, `{${head}return(`);
    else text.prependRight(node.body.start + 1, head);
  }

  function countingFor(body: AnyNode, needs: Needs) {
    const kind = mayTakeLong(body) ? "calls" : "steps";
    needs[kind] = true;
    return counting[kind];
  }

  /** The plain way: a look at the counter in every round. */
  function guardBody(body: AnyNode, needs: Needs, first = ""): void {
    const { counter, most, anew } = countingFor(body, needs);
    const guard = `${first}if(++${counter}>${most})${anew};`;
    if (body.type === "BlockStatement") text.prependRight(body.start + 1, guard);
    else {
      text.prependRight(body.start, `{${guard}`);
      text.prependLeft(body.end, "}");
    }
  }

  /**
   * `while (test) body` as a loop within a loop, of which the inner one calls nothing, so that it stays in registers:
   *
   *     loop: for (;;) {
   *       for (let end = 0; end < 65535; end++) { if (!(test)) { steps += end; break loop; } body }
   *       steps = tick(0);
   *     }
   */
  function countRounds(node: WhileStatement, needs: Needs): void {
    const { counter, most, anew } = countingFor(node, needs);
    const number = needs.loops++;
    const [e, label] = [`${end}${number}`, `${loop}${number}`];
    const keep = `if((${counter}+=${e})>=${most})${anew};`;
    const { test, body } = node;
    const open = `${label}:for(;;){for(let ${e}=0;${e}<${most};${e}++){if(!(`;
    text.update(node.start, test.start, open + lineEnds(text, node.start, test.start));
    const close = `)){${keep}break ${label}}`;
    if (test.end === body.start) text.appendLeft(test.end, close);
    else text.update(test.end, body.start, close + lineEnds(text, test.end, body.start));
    text.prependLeft(body.end, `}if((${counter}+=${most})>=${most})${anew};}`);
    leaveBy(body, keep, label);
  }

  /**
   * `for (let i = 0; i < n; i++) body` as
   *
   *     loop: for (let i = 0; i < n;) {
   *       from = i; if ((end = i + 65535 - steps) > n) end = n;
   *       do { body } while (i++, i < end);
   *       if ((steps += i - from) >= 65535) steps = tick(0);
   *     }
   */
  function cutIntoLengths(node: ForStatement, needs: Needs): boolean {
    const counted = readCountedLoop(node, rewriting);
    if (!counted || !node.test || !node.update) return false;
    const { test, update } = node;
    const stepped = text.original.slice(update.start, update.end).replace(/\s+/g, " ");
    text.update(test.end, update.end, `;${lineEnds(text, test.end, update.end)}`);
    cut(node, counted, `${stepped},`, needs);
    return true;
  }

  /** `while (i < n) { …; i++ }` likewise, whose body makes the step itself. */
  function cutWhile(node: WhileStatement, block: AnyNode, needs: Needs): boolean {
    const counted = readCountedWhile(node, block, rewriting);
    if (counted) cut(node, counted, "", needs);
    return counted !== undefined;
  }

  function cut(node: ForStatement | WhileStatement, counted: CountedLoop, stepped: string, needs: Needs): void {
    const { variable: i, isRising, operator, bound, isFixed } = counted;
    const { body } = node;
    const { counter, most, anew } = countingFor(body, needs);
    const number = needs.loops++;
    const [e, f, label] = [`${end}${number}`, `${from}${number}`, `${loop}${number}`];
    const length = isRising ? `${e}=${i}+${most}-${counter}` : `${e}=${i}-${most}+${counter}`;
    const begin = isFixed ? `if((${length})${isRising ? ">" : "<"}${bound})${e}=${bound};` : `${length};`;
    const goOn = isFixed ? `${i}${operator}${e}` : `${i}${operator}${e}&&${i}${operator}${bound}`;
    const done = `${counter}+=${isRising ? `${i}-${f}` : `${f}-${i}`}`;

    text.appendRight(node.start, `${label}:`);
    text.prependRight(body.start, `{let ${e},${f}=${i};${begin}do{`);
    text.prependLeft(body.end, `}while(${stepped}${goOn});if((${done})>=${most})${anew};}`);
    leaveBy(body, `${done};`, label);
  }

  /** Lets each `break` of this loop's own body keep the count and leave both loops. */
  function leaveBy(body: AnyNode, keep: string, label: string): void {
    for (const { start, end } of breaksOf(body)) {
      text.appendRight(start, `{${keep}`);
      text.appendLeft(start + "break".length, ` ${label}`);
      text.prependLeft(end, "}");
    }
  }

  function guardCatch({ param, body }: Extract<AnyNode, { type: "CatchClause" }>): void {
    const inside = body.start + 1;
    if (param?.type === "Identifier") text.prependRight(inside, `${kit}.passOn(${param.name});`);
    else if (param) {
      text.appendRight(param.start, `${error}){${kit}.passOn(${error});let `);
      text.update(param.end, inside, `=${error};${lineEnds(text, param.end, inside)}`);
    } else {
      text.prependRight(body.start, `(${error})`);
      text.prependRight(inside, `${kit}.passOn(${error});`);
    }
  }
}

const newNeeds = (): Needs => ({ steps: false, calls: false, run: false, loops: 0 });

function headOf(needs: Needs): string {
  const counters = [...(needs.steps ? [`${steps}=0`] : []), ...(needs.calls ? [`${calls}=0`] : [])];
  return `${counters.length > 0 ? `let ${counters.join()};` : ""}${needs.run ? `const ${run}=${kit}.run();` : ""}`;
}

/** Each `break` of this loop's own body. */
function breaksOf(node: AnyNode): AnyNode[] {
  if (node.type === "BreakStatement") return node.label ? [] : [node];
  if (/^(For|While|DoWhile|Switch)/.test(node.type) && node.type.endsWith("Statement")) return [];
  return childrenOf(node).flatMap(breaksOf);
}

/** The line ends of a range that is written anew. */
function lineEnds(text: MagicString, start: number, end: number): string {
  return "\n".repeat(text.original.slice(start, end).split("\n").length - 1);
}
