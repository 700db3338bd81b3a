import { defaultDevice, init, lax, numpy as np, random } from "@jax-js/jax";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import * as ort from "onnxruntime-web/wasm";
import { geometryOf, numbers } from "./cases.mjs";
import { onnxModel } from "./onnx.mjs";

/*
 * The peers, each behind { name, open(case) }: `open` prepares constants in the peer's own layout and gives a function that
 * runs the case once, or null where the peer has no such operation.
 */

/** NCHW as NHWC, and OIHW as HWIO: the axes of `shape` in a new order. */
function reordered(values, shape, order) {
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const lengths = order.map((axis) => shape[axis]);
  const out = new Float32Array(values.length);
  const [s0, s1, s2, s3] = order.map((axis) => steps[axis]);
  let at = 0;
  for (let i = 0; i < lengths[0]; i++)
    for (let j = 0; j < lengths[1]; j++)
      for (let k = 0; k < lengths[2]; k++)
        for (let l = 0; l < lengths[3]; l++) out[at++] = values[i * s0 + j * s1 + k * s2 + l * s3];
  return { values: out, shape: lengths };
}

function openTensorFlow(backend) {
  const once = (run) => async () => {
    const result = run();
    result.dispose();
  };
  const tensor = (shape) => tf.tensor(numbers(shape), shape, "float32");
  return async (one) => {
    await tf.setBackend(backend);
    await tf.ready();
    const opened = {
      conv: () => {
        const image = reordered(numbers(one.x), one.x, [0, 2, 3, 1]);
        const kernel = reordered(numbers(one.weight), one.weight, [2, 3, 1, 0]);
        const [x, weight] = [tf.tensor(image.values, image.shape), tf.tensor(kernel.values, kernel.shape)];
        return () => tf.conv2d(x, weight, one.stride, one.padMode);
      },
      matmul: () => {
        const [a, b] = [tensor([one.size, one.size]), tensor([one.size, one.size])];
        return () => tf.matMul(a, b);
      },
      add: () => {
        const [a, b] = [tensor([one.size]), tensor([one.size])];
        return () => tf.add(a, b);
      },
      exp: () => {
        const a = tensor([one.size]);
        return () => tf.exp(a);
      },
      sum: () => {
        const a = tensor([one.size]);
        return () => tf.sum(a);
      },
      normal: () => () => tf.randomNormal([one.size]),
      uniform: () => () => tf.randomUniform([one.size]),
      dense: () => {
        const [x, weight, bias] = [tensor([2, 3]), tensor([3, 4]), tensor([4])];
        return () => tf.tidy(() => tf.add(tf.matMul(x, weight), bias));
      },
    }[one.kind];
    if (!opened) return null;
    const run = once(opened());
    return { run, before: () => tf.setBackend(backend) };
  };
}

async function openOnnx(one) {
  const model = {
    conv: () => {
      const [height, width] = geometryOf(one);
      return {
        type: "Conv",
        attributes: {
          strides: [one.stride, one.stride],
          pads: [height.before, width.before, height.after, width.after],
        },
        inputs: [["x", one.x]],
        constants: [["w", one.weight, numbers(one.weight)]],
        output: [one.x[0], one.weight[0], height.out, width.out],
      };
    },
    matmul: () => {
      const shape = [one.size, one.size];
      return { type: "MatMul", inputs: [["x", shape]], constants: [["w", shape, numbers(shape)]], output: shape };
    },
    add: () => ({
      type: "Add",
      inputs: [
        ["x", [one.size]],
        ["y", [one.size]],
      ],
      output: [one.size],
    }),
    exp: () => ({ type: "Exp", inputs: [["x", [one.size]]], output: [one.size] }),
    sum: () => ({ type: "ReduceSum", attributes: { keepdims: 0 }, inputs: [["x", [one.size]]], output: [] }),
    normal: () => ({ type: "RandomNormal", attributes: { shape: [one.size] }, output: [one.size] }),
    uniform: () => ({ type: "RandomUniform", attributes: { shape: [one.size] }, output: [one.size] }),
    dense: () => ({
      type: "Gemm",
      inputs: [["x", [2, 3]]],
      constants: [
        ["w", [3, 4], numbers([3, 4])],
        ["b", [4], numbers([4])],
      ],
      output: [2, 4],
    }),
  }[one.kind];
  if (!model) return null;
  const description = model();
  const session = await ort.InferenceSession.create(onnxModel(description), { executionProviders: ["wasm"] });
  const feeds = Object.fromEntries(
    (description.inputs ?? []).map(([name, shape]) => [name, new ort.Tensor("float32", numbers(shape), shape)]),
  );
  return { run: () => session.run(feeds) };
}

async function openJax(one) {
  await init("wasm");
  defaultDevice("wasm");
  const array = (shape) => np.array(numbers(shape)).reshape(shape);
  let seed = 0;
  const opened = {
    conv: () => {
      const [x, weight] = [array(one.x), array(one.weight)];
      const [height, width] = geometryOf(one);
      const padding = [
        [height.before, height.after],
        [width.before, width.after],
      ];
      return () => lax.convGeneralDilated(x.ref, weight.ref, [one.stride, one.stride], padding);
    },
    matmul: () => {
      const [a, b] = [array([one.size, one.size]), array([one.size, one.size])];
      return () => np.matmul(a.ref, b.ref);
    },
    add: () => {
      const [a, b] = [array([one.size]), array([one.size])];
      return () => np.add(a.ref, b.ref);
    },
    exp: () => {
      const a = array([one.size]);
      return () => np.exp(a.ref);
    },
    sum: () => {
      const a = array([one.size]);
      return () => np.sum(a.ref);
    },
    normal: () => () => random.normal(random.key(seed++), [one.size]),
    uniform: () => () => random.uniform(random.key(seed++), [one.size]),
    dense: () => {
      const [x, weight, bias] = [array([2, 3]), array([3, 4]), array([4])];
      return () => np.add(np.matmul(x.ref, weight.ref), bias.ref);
    },
  }[one.kind];
  if (!opened) return null;
  const compute = opened();
  return {
    run: async () => {
      const result = compute();
      await result.blockUntilReady();
      result.dispose();
    },
  };
}

export function openPeers() {
  setWasmPaths("/peers/");
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = "/peers/";
  return {
    "tfjs-wasm": openTensorFlow("wasm"),
    "ort-web": openOnnx,
    "jax-js": openJax,
    "tfjs-cpu": openTensorFlow("cpu"),
  };
}
