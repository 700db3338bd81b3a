import { beforeAll, describe, expect, test } from "vitest";
import { type NodeKernel, openNodeKernel } from "../node";
import type {
  CellLanguage,
  LookRequest,
  ManyForm,
  MimeBundle,
  OneForm,
  Revision,
  RunEvent,
  SliceWindow,
  TensorForm,
} from "../protocol";

const mime = "application/vnd.sporebook.tensor+json";
let kernel: NodeKernel;
beforeAll(async () => {
  kernel = await openNodeKernel("public/python", () => true, true);
});

/** What a cell shows: the bundles of its displays and of its result. */
async function shown(code: string, language: CellLanguage = "python", by = kernel): Promise<MimeBundle[]> {
  const events: RunEvent[] = [];
  await by.run({ id: "c", code, language }, (event) => events.push(event));
  expect(events.filter(({ type }) => type === "error")).toEqual([]);
  return events.flatMap((event) => (event.type === "display" || event.type === "result" ? [event.bundle] : []));
}
const formOf = (bundle: MimeBundle | undefined) => bundle?.[mime] as TensorForm | undefined;

/** The answer to a look, which must not be refused. */
function asked(request: LookRequest): never {
  const answer = kernel.look(request);
  if (answer.kind === "refused") throw new Error(answer.message);
  return answer.answer as never;
}

describe.each([
  ["python", "from mindspore import Tensor; import numpy as np\nTensor(np.array([[1, 2], [3, 5]], np.float32))"],
  [
    "typescript",
    "import { Tensor } from 'mindspore'; import np from 'numpy';\nnew Tensor([[1, 2], [3, 5]], 'float32')",
  ],
] as const)("a tensor as the result of a %s cell", (language, code) => {
  test("is its text as before, and a form with its numbers", async () => {
    const [bundle] = await shown(code, language);
    expect(bundle?.["text/plain"]).toBe(
      "Tensor(shape=[2, 2], dtype=Float32, value=\n[[ 1.00000000e+00,  2.00000000e+00],\n [ 3.00000000e+00,  5.00000000e+00]])",
    );
    expect(formOf(bundle)).toMatchObject({
      version: 1,
      kind: "tensor",
      shape: [2, 2],
      dtype: "float32",
      bytes: 16,
      picks: ["rows", "columns"],
      values: Buffer.from(new Float32Array([1, 2, 3, 5]).buffer).toString("base64"),
      statistics: { size: 4, min: 1, max: 5, mean: 2.75, zeros: 0, nan: 0, distinct: 4 },
      picture: { rows: 2, columns: 2, rule: "each", encoding: "f4", low: 1, high: 5 },
    });
    const { handle } = formOf(bundle) as OneForm;
    const slice = asked({ kind: "slice", of: { handle: handle! }, rows: [1, 2], columns: [0, 2] });
    expect(slice).toMatchObject({ sourceRows: 2, sourceColumns: 2, texts: [["3.0", "5.0"]] });
  });
});

test("what has numbers has a form, in Python; what has none, or has not drawn them, has none", async () => {
  const bundles = await shown(`
import numpy as np
from mindspore import Parameter, ParameterTuple, Tensor, nn
from mindspore.common.initializer import initializer
w, b = Parameter(np.ones((2, 3), np.float32), name="w"), Parameter([1, 2], name="b")
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.dense = nn.Dense(2, 3)
for value in (w, np.arange(3), [w, b], (np.ones(2), b), ParameterTuple([w, b]), Net(), nn.ReLU(), [w, 1], [], 3, np.float32(1), "x",
              initializer("normal", [2, 2]), Tensor):
    display(value)
`);
  expect(
    bundles.map((bundle) => {
      const form = formOf(bundle);
      return (
        form &&
        ("members" in form
          ? [form.kind, form.title, ...form.members.map(({ name, shape }) => [name, shape])]
          : [form.kind, form.name, form.dtype])
      );
    }),
  ).toEqual([
    ["parameter", "w", "float32"],
    ["array", undefined, "int64"],
    ["list", "list", ["w", [2, 3]], ["b", [2]]],
    ["tuple", "tuple", [undefined, [2]], ["b", [2]]],
    ["tuple", "ParameterTuple", ["w", [2, 3]], ["b", [2]]],
    ["cell", "Net", ["dense.weight", [3, 2]], ["dense.bias", [3]]],
    ...Array(8).fill(undefined),
  ]);
});

test("the same in TypeScript", async () => {
  const bundles = await shown(
    `import np from "numpy";
import { Parameter, ParameterTuple, initializer, nn } from "mindspore";
const w = new Parameter(np.ones([2, 3], "float32"), { name: "w" }), b = new Parameter([1, 2], { name: "b" });
display(w, np.arange(3), [w, b], tuple([w, b]), new ParameterTuple([w, b]), new nn.Dense(2, 3), new nn.ReLU(), [w, 1], [], 3, initializer("normal", [2, 2]))`,
    "typescript",
  );
  expect(
    bundles.map((bundle) => {
      const form = formOf(bundle);
      return form && ("members" in form ? [form.kind, form.title, form.members.length] : [form.kind, form.name]);
    }),
  ).toEqual([
    ["parameter", "w"],
    ["array", undefined],
    ["list", "Array", 2],
    ["tuple", "tuple", 2],
    ["tuple", "ParameterTuple", 2],
    ["cell", "Dense", 2],
    ...Array(5).fill(undefined),
  ]);
});

test("print stays text", async () => {
  expect(await shown("print(Tensor([1.0]))")).toEqual([]);
});

test("a large array goes out at once, and its form is asked for", async () => {
  const [bundle] = await shown("np.arange(2_000_000, dtype=np.float32).reshape(1000, 2000)");
  const form = formOf(bundle) as OneForm;
  expect(form).toEqual({
    version: 1,
    kind: "array",
    picks: ["rows", "columns"],
    shape: [1000, 2000],
    dtype: "float32",
    bytes: 8_000_000,
    handle: form.handle,
    pending: true,
  });
  expect(asked({ kind: "form", of: { handle: form.handle! } })).toMatchObject({
    statistics: { size: 2_000_000, max: 1_999_999, mean: 999_999.5, distinct: null },
    picture: { rows: 48, columns: 48, sourceRows: 1000, rule: "tiles" },
  });
  const picture = asked({ kind: "picture", of: { handle: form.handle! }, rows: 512, columns: 512 });
  expect(JSON.stringify(picture).length).toBeLessThan(2 ** 20);
});

test("an array shows what it was when it was shown, also after a cell has written into it", async () => {
  const [before] = await shown("a = np.zeros(3)\na");
  await shown("a[:] = 7");
  const of = { handle: (formOf(before) as OneForm).handle! };
  expect(asked({ kind: "slice", of, rows: [0, 1], columns: [0, 3] })).toMatchObject({ texts: [["0.0", "0.0", "0.0"]] });
});

test("every way of giving a parameter other values is a revision that can be looked at and compared", async () => {
  const [bundle] = await shown(`
from mindspore import ops
p = Parameter(Tensor([1.0, 2.0]), name="p")
p.set_data(Tensor([1.0, 5.0]))
ops.Assign()(p, Tensor([3.0, 5.0]))
p[0] = 9
nn.ParameterUpdate(p)(Tensor([0.0, float("nan")]))
ops.AssignAdd()(p, Tensor([1.0, 1.0]))
p`);
  const handle = (formOf(bundle) as OneForm).handle!;
  const list = asked({ kind: "revisions", of: { handle } }) as { by: string; cell: number; kept: boolean }[];
  expect(list.map(({ by }) => by)).toEqual(["created", "set_data", "assign", "item", "ParameterUpdate", "assign"]);
  expect(list.every(({ kept }) => kept)).toBe(true);
  const compare = asked({
    kind: "compare",
    of: { handle, revision: 1 },
    with: { handle, revision: 0 },
    rows: 8,
    columns: 8,
  });
  expect(compare).toMatchObject({ size: 2, changed: 1, maxAbs: 3, at: [1], meanAbs: 1.5 });
  const last = asked({ kind: "statistics", of: { handle, revision: 5 } });
  expect(last).toMatchObject({ size: 2, min: 1, max: 1, nan: 1 });
});

const ways: [way: string, python: string, typescript: string, by: string, values: string[]][] = [
  [
    "set_data",
    "p.set_data(Tensor([3.0, 5.0]))",
    "p.setData(new Tensor([3, 5], 'float32'))",
    "set_data",
    ["3.0", "5.0"],
  ],
  ["init_data", "p.init_data()", "p.initData()", "init_data", ["1.0", "2.0"]],
  ["init_data of a network", "net.init_parameters_data()", "net.initParametersData()", "init_data", ["1.0", "2.0"]],
  [
    "ParameterUpdate",
    "nn.ParameterUpdate(p)(Tensor([3.0, 5.0]))",
    "new nn.ParameterUpdate(p).call(new Tensor([3, 5], 'float32'))",
    "ParameterUpdate",
    ["3.0", "5.0"],
  ],
  [
    "an attribute of a Cell that holds it",
    "net.p = Tensor([3.0, 5.0])",
    "net.p = new Tensor([3, 5], 'float32')",
    "set_data",
    ["3.0", "5.0"],
  ],
  ["an assignment to an item", "p[1] = 9", "p.set([1], 9)", "item", ["1.0", "9.0"]],
  ["an assignment to all items", "p[...] = 7", "p.set([], 7)", "item", ["7.0", "7.0"]],
  ["an assignment by +=", "net.p += 1", "net.p = ops.add(net.p, 1)", "set_data", ["2.0", "3.0"]],
  [
    "ops.assign",
    "ops.assign(p, Tensor([3.0, 5.0]))",
    "ops.assign(p, new Tensor([3, 5], 'float32'))",
    "assign",
    ["3.0", "5.0"],
  ],
  [
    "assign_value",
    "p.assign_value(Tensor([3.0, 5.0]))",
    "p.assignValue(new Tensor([3, 5], 'float32'))",
    "assign",
    ["3.0", "5.0"],
  ],
  ["set_dtype", "p.set_dtype(mindspore.int32)", "p.setDtype('int32')", "set_dtype", ["1", "2"]],
];
const setting = {
  python: `
import mindspore
from mindspore import ops, nn, Parameter, Tensor
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.p = Parameter(Tensor([1.0, 2.0]), name="p")
net = Net()
p = net.p
`,
  typescript: `import { Parameter, Tensor, nn, ops } from "mindspore";
class Net extends nn.Cell { p: any = new Parameter(new Tensor([1, 2], "float32"), { name: "p" }); }
let net: any = new Net();
let p: any = net.p;
`,
} as const;

describe.each(["python", "typescript"] as const)("in %s, a revision is made by", (language) => {
  test.each(ways)("%s", async (_, python, typescript, by, values) => {
    const [bundle] = await shown(`${setting[language]}${{ python, typescript }[language]}\np`, language);
    const handle = (formOf(bundle) as OneForm).handle!;
    const list = asked({ kind: "revisions", of: { handle } }) as Revision[];
    expect(list.map(({ by, kept }) => [by, kept])).toEqual([
      ["created", true],
      [by, true],
    ]);
    const textsOf = (revision: number) =>
      asked({ kind: "slice", of: { handle, revision }, rows: [0, 1], columns: [0, 2] }) as SliceWindow;
    expect(textsOf(0).texts).toEqual([["1.0", "2.0"]]);
    expect(textsOf(1).texts).toEqual([values]);
  });
});

test("a hundred calls of init_data take nothing of the memory that revisions share, and lose no values", async () => {
  const [bundle] = await shown(`
r = Parameter(np.zeros((1024, 1024), np.float32), name="r")
r.set_data(Tensor(np.ones((1024, 1024), np.float32)))
for _ in range(100): r.init_data()
r`);
  const list = asked({ kind: "revisions", of: { handle: (formOf(bundle) as OneForm).handle! } }) as Revision[];
  expect(list).toHaveLength(102);
  expect(list.every(({ kept }) => kept)).toBe(true);
});

test("a released handle is gone, and says so", async () => {
  const [bundle] = await shown("Tensor([1.0])");
  const handle = (formOf(bundle) as OneForm).handle!;
  kernel.look({ kind: "release", handles: [handle] });
  expect(kernel.look({ kind: "statistics", of: { handle } })).toEqual({
    kind: "refused",
    reason: "gone",
    message: "The session does not know these values any more: run the cell again.",
  });
});

test("without a page that asks, forms are complete and have no handles", async () => {
  const alone = await openNodeKernel("public/python");
  const [large, many] = await shown(
    "import numpy as np\ndisplay(np.zeros((1200, 1000)))\n[np.ones(2)]",
    "python",
    alone,
  );
  expect(formOf(large)).toMatchObject({ statistics: { zeros: 1_200_000 } });
  expect(JSON.stringify([large, many])).not.toMatch(/handle|pending/);
  expect((formOf(many) as ManyForm).members).toHaveLength(1);
});
