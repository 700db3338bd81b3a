import { join } from "node:path";
import { openNodeKernel } from "../node";

/** What a cell pays for showing things: a bar round a loop that does nothing, and a flood of lines. */
export async function openCases() {
  const kernel = await openNodeKernel(join(process.cwd(), "public/python"));
  const cell = (name: string, code: string, elements: number) => ({
    name,
    elements,
    run: () => kernel.run({ id: "cell", code, language: "python" }, () => {}),
  });
  return [
    cell("for _ in range(10**6): pass", "for _ in range(10**6): pass", 1e6),
    cell("for _ in progress(range(10**6)): pass", "for _ in progress(range(10**6)): pass", 1e6),
    cell("for i in range(10**6): print(i)", "for i in range(10**6): print(i)", 1e6),
    cell("10**5 steps of a bar in text", "for i in range(10**5): print(f'\\r{i:6d}', end='')", 1e5),
  ];
}
