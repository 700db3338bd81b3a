import type { DType } from "./dtype";
import { type InitializerInput, initializer } from "./initializer";
import * as layers from "./nn";
import * as ops from "./ops";
import { Parameter, type ParameterOptions } from "./parameter";
import { ParameterTuple } from "./parameterTuple";
import { RandomState, type Reference } from "./random/state";
import type { Shape } from "./shape";
import { Tensor, type TensorInput, type TensorOptions } from "./tensor";

/**
 * MindSpore's names bound to one random state, for use as a library:
 *
 *     const { nn, setSeed, ...ms } = openSession();
 *     setSeed(1);
 *     const net = new nn.Conv2d(3, 64, 3, { weightInit: new Normal(0.2) });
 *     console.log(`${net.call(new ms.Tensor(numpy.ones([1, 3, 16, 50]), "float32"))}`);
 *
 * Two sessions share nothing; a class from one is a subclass of the engine's, so `instanceof Tensor` holds for both.
 *
 * reference  whose numbers and defaults hold: "1.6" (1.2 to 1.8) or "2.x" (1.9 to 2.7)
 */
export function openSession({ reference, random = new RandomState({ reference }) }: SessionOptions = {}) {
  return {
    random,
    setSeed: (seed: number) => random.setSeed(seed),
    getSeed: () => random.seed,
    setReference: (wanted: Reference) => random.setReference(wanted),
    getReference: () => random.reference,
    Tensor: named("Tensor", boundTensor(random)),
    Parameter: named("Parameter", boundParameter(random)),
    ParameterTuple: named("ParameterTuple", boundTuple(random)),
    initializer: (init: InitializerInput, shape?: Shape | number | null, dtype?: DType) =>
      initializer(init, shape, dtype, random),
    nn: {
      ...layers,
      Conv2d: named("Conv2d", boundConv2d(random)),
      Dense: named("Dense", boundDense(random)),
      BatchNorm2d: named("BatchNorm2d", boundBatchNorm2d(random)),
      Dropout: named("Dropout", boundDropout(random)),
      Embedding: named("Embedding", boundEmbedding(random)),
      LayerNorm: named("LayerNorm", boundLayerNorm(random)),
      PReLU: named("PReLU", boundPReLU(random)),
    },
    ops,
  };
}

export interface SessionOptions {
  reference?: Reference;
  /** A state to share; it carries a reference of its own. */
  random?: RandomState;
}

export type Session = ReturnType<typeof openSession>;

const boundTensor = (random: RandomState): typeof Tensor =>
  class extends Tensor {
    constructor(inputData?: TensorInput | null, dtype?: DType | null, options?: TensorOptions) {
      super(inputData, dtype, { random, ...options });
    }
  } as typeof Tensor;
const boundParameter = (random: RandomState): typeof Parameter =>
  class extends Parameter {
    constructor(defaultInput: TensorInput, options?: ParameterOptions) {
      super(defaultInput, { random, ...options });
    }
  };
const boundTuple = (random: RandomState): typeof ParameterTuple =>
  class extends ParameterTuple {
    constructor(parameters: Iterable<Parameter>) {
      super(parameters, random.reference);
    }
  };
const boundConv2d = (random: RandomState): typeof layers.Conv2d =>
  class extends layers.Conv2d {
    constructor(inChannels: number, outChannels: number, kernelSize: layers.Pair, options?: layers.Conv2dLayerOptions) {
      super(inChannels, outChannels, kernelSize, { random, ...options });
    }
  };
const boundDense = (random: RandomState): typeof layers.Dense =>
  class extends layers.Dense {
    constructor(inChannels: number, outChannels: number, options?: layers.DenseOptions) {
      super(inChannels, outChannels, { random, ...options });
    }
  };

const boundBatchNorm2d = (random: RandomState): typeof layers.BatchNorm2d =>
  class extends layers.BatchNorm2d {
    constructor(numFeatures: number, options?: layers.BatchNormOptions) {
      super(numFeatures, { random, ...options });
    }
  };
const boundDropout = (random: RandomState): typeof layers.Dropout =>
  class extends layers.Dropout {
    constructor(keepProb?: number) {
      super(keepProb, { random });
    }
  };
const boundEmbedding = (random: RandomState): typeof layers.Embedding =>
  class extends layers.Embedding {
    constructor(vocabSize: number, embeddingSize: number, options?: layers.EmbeddingOptions) {
      super(vocabSize, embeddingSize, { random, ...options });
    }
  };
const boundLayerNorm = (random: RandomState): typeof layers.LayerNorm =>
  class extends layers.LayerNorm {
    constructor(normalizedShape: Shape, options?: layers.LayerNormOptions) {
      super(normalizedShape, { random, ...options });
    }
  };
const boundPReLU = (random: RandomState): typeof layers.PReLU =>
  class extends layers.PReLU {
    constructor(channel?: number, w?: InitializerInput) {
      super(channel, w, random);
    }
  };

/**
 * A class with the name that errors and printed networks show. What the engine makes is an instance of it too, though it
 * was made by the class that this one extends; of a class that extends this one it is not.
 */
function named<T extends abstract new (...args: never[]) => object>(name: string, bound: T): T {
  Object.defineProperty(bound, "name", { value: name });
  const base = Object.getPrototypeOf(bound) as T;
  Object.defineProperty(bound, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      return this === bound ? value instanceof base : Function.prototype[Symbol.hasInstance].call(this, value);
    },
  });
  return bound;
}
