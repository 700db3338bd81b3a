/** A notebook of so many cells, two code cells to a text cell, some with outputs, as somebody might have written it. */
export function notebookOf(count) {
  const cells = Array.from({ length: count }, (_, index) => {
    const id = `c${index}`;
    if (index % 3 === 0)
      return {
        id,
        cell_type: "markdown",
        metadata: {},
        source: `## Step ${index}\n\nWe take *step* ${index} with \`Parameter\` and $x_{${index}}^2 + \\frac{1}{${index + 1}}$.\n\n- one point 第一点\n- and **another**\n`,
      };
    const source = [
      `# step ${index}: 计算`,
      "import numpy as np",
      "from mindspore import Tensor, Parameter",
      `def step_${index}(x, scale=${index}.5):`,
      '    """Scale x and add its row."""',
      '    total = np.sum(x * scale, axis=-1) + np.arange(x.shape[0], dtype="float32")',
      "    return Tensor(total), {'name': \"total\", 'index': " + index + "}",
      "",
      ...Array.from(
        { length: index % 7 },
        (_, line) => `value_${line} = Parameter(np.ones([${line + 1}, 3]), name="v${line}")`,
      ),
      `print(step_${index}(np.ones((4, 4))))`,
    ].join("\n");
    const text = Array.from({ length: index % 5 }, (_, line) => `[${line}. 1.5 2.25 ${index}.]\n`).join("");
    const outputs = text ? [{ output_type: "stream", name: "stdout", text }] : [];
    return { id, cell_type: "code", metadata: {}, source, outputs, execution_count: text ? index : null };
  });
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}
