import type { ForStatement } from "acorn";
import { mayTakeLong, readCountedLoop } from "./countedLoop";
import type { Rewriting } from "./rewrite";
import { type AnyNode, childrenOf, type FunctionNode, isFunction } from "./tree";
import { words } from "./words";

const { tick, steps, calls, depth, run, kit, error, end, from, loop } = words;

/** Steps between two looks at the clock: of a loop that only computes, of one whose steps call something, and calls of functions. */
export const patience = { steps: 65_535, calls: 255, depth: 1_023 } as const;

/** What a function needs at its start, gathered while its body is gone through. */
interface Needs {
  steps: boolean;
  calls: boolean;
  run: boolean;
  /** How many loops are cut into lengths. */
  lengths: number;
}

/**
 * Lets Stop end loops, recursion and waiting: each loop counts its steps down and calls `__tick` at zero; so do functions
 * that call others. A loop that counts is cut into lengths instead, which costs its steps nothing. What was awaited goes
 * on only if its run was not stopped meanwhile, and no `catch` catches a stop. No line is moved.
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
      case "WhileStatement":
      case "DoWhileStatement":
        guardBody(node.body, needs);
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

  function guardBody(body: AnyNode, needs: Needs, first = ""): void {
    const [counter, patient] = mayTakeLong(body)
      ? ([calls, patience.calls] as const)
      : ([steps, patience.steps] as const);
    if (counter === calls) needs.calls = true;
    else needs.steps = true;
    const guard = `${first}if(--${counter}<0)${counter}=${tick}(${patient});`;
    if (body.type === "BlockStatement") text.prependRight(body.start + 1, guard);
    else {
      text.prependRight(body.start, `{${guard}`);
      text.prependLeft(body.end, "}");
    }
  }

  /**
   * `for (let i = 0; i < n; i++) body` as
   *
   *     loop: for (let i = 0; i < n;) {
   *       from = i; if ((end = i + steps) > n) end = n;
   *       do { body } while (i++, i < end);
   *       if ((steps -= i - from) <= 0) steps = tick(65535);
   *     }
   */
  function cutIntoLengths(node: ForStatement, needs: Needs): boolean {
    const counted = readCountedLoop(node, rewriting);
    if (!counted || !node.test || !node.update) return false;
    const { variable: i, isRising, operator, bound, isFixed } = counted;
    const [left, patient] = mayTakeLong(node.body)
      ? ([calls, patience.calls] as const)
      : ([steps, patience.steps] as const);
    if (left === calls) needs.calls = true;
    else needs.steps = true;
    const number = needs.lengths++;
    const [e, f, label] = [`${end}${number}`, `${from}${number}`, `${loop}${number}`];
    const { update } = node;
    const stepped = text.original.slice(update.start, update.end).replace(/\s+/g, " ");
    const limit = isFixed
      ? `if((${e}=${i}${isRising ? "+" : "-"}${left})${operator[0]}`.replace(/[<>]$/, isRising ? ">" : "<")
      : "";
    const begin = isFixed ? `${limit}${bound})${e}=${bound};` : `${e}=${i}${isRising ? "+" : "-"}${left};`;
    const goOn = isFixed ? `${i}${operator}${e}` : `${i}${operator}${e}&&${i}${operator}${bound}`;
    const done = isRising ? `${i}-${f}` : `${f}-${i}`;

    text.appendRight(node.start, `${label}:`);
    text.update(node.test.end, update.end, `;${"\n".repeat(linesIn(text.original.slice(node.test.end, update.end)))}`);
    text.prependRight(node.body.start, `{${f}=${i};${begin}do{`);
    text.prependLeft(
      node.body.end,
      `}while(${stepped},${goOn});if((${left}-=${done})<=0)${left}=${tick}(${patient});}`,
    );
    for (const place of breaksOf(node.body)) text.appendLeft(place, ` ${label}`);
    return true;
  }

  function guardCatch({ param, body }: Extract<AnyNode, { type: "CatchClause" }>): void {
    const inside = body.start + 1;
    if (param?.type === "Identifier") text.prependRight(inside, `${kit}.passOn(${param.name});`);
    else if (param) {
      text.appendRight(param.start, `${error}){${kit}.passOn(${error});let `);
      text.update(param.end, inside, `=${error};${"\n".repeat(linesIn(text.original.slice(param.end, inside)))}`);
    } else {
      text.prependRight(body.start, `(${error})`);
      text.prependRight(inside, `${kit}.passOn(${error});`);
    }
  }
}

const newNeeds = (): Needs => ({ steps: false, calls: false, run: false, lengths: 0 });

function headOf(needs: Needs): string {
  const counters = [
    ...(needs.steps ? [`${steps}=${patience.steps}`] : []),
    ...(needs.calls ? [`${calls}=${patience.calls}`] : []),
    ...Array.from({ length: needs.lengths }, (_, i) => `${end}${i},${from}${i}`),
  ];
  return `${counters.length > 0 ? `let ${counters.join()};` : ""}${needs.run ? `const ${run}=${kit}.run();` : ""}`;
}

/** Where each `break` of this loop's own body ends. */
function breaksOf(node: AnyNode): number[] {
  if (node.type === "BreakStatement") return node.label ? [] : [node.start + "break".length];
  if (/^(For|While|DoWhile|Switch)/.test(node.type) && node.type.endsWith("Statement")) return [];
  return childrenOf(node).flatMap(breaksOf);
}

const linesIn = (text: string) => text.split("\n").length - 1;
