import { checkBool, checkInt, checkPositiveInt } from "../checks";
import { type DType, dtypes } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { type InitializerInput, initializer } from "../initializer";
import { gather } from "../ops/select";
import { Parameter } from "../parameter";
import type { RandomState } from "../random/state";
import { checkTensor, type Tensor } from "../tensor";
import { Cell } from "./cell";

export interface EmbeddingOptions {
  useOneHot?: boolean;
  embeddingTable?: InitializerInput;
  dtype?: DType;
  /** The row that is zero, or null. */
  paddingIdx?: number | null;
  random?: RandomState;
}

/**
 * Looks up rows of a table: ids of any shape [...] give [..., embeddingSize].
 *
 * @throws {TypeError} if a length is no int @throws {ValueError} if it is not above 0 or paddingIdx is no row
 * Source: MindSpore `mindspore.nn.Embedding`.
 */
export class Embedding extends Cell {
  readonly vocabSize: number;
  readonly embeddingSize: number;
  readonly useOneHot: boolean;
  readonly dtype: DType;
  readonly paddingIdx: number | null;
  declare embedding_table: Parameter;

  constructor(vocabSize: number, embeddingSize: number, options: EmbeddingOptions = {}) {
    super({ clsName: "Embedding" });
    const { useOneHot = false, embeddingTable = "normal", dtype = "float32", paddingIdx = null, random } = options;
    this.vocabSize = checkPositiveInt(vocabSize, "vocab_size", "Embedding");
    this.embeddingSize = checkPositiveInt(embeddingSize, "embedding_size", "Embedding");
    this.useOneHot = checkBool(useOneHot, "use_one_hot", "Embedding");
    this.dtype = dtype;
    this.paddingIdx = paddingIdx;
    const table = initializer(embeddingTable, [vocabSize, embeddingSize], dtype, random);
    if (paddingIdx !== null) {
      if (checkInt(paddingIdx, "padding_idx", "Embedding") < 0 || paddingIdx >= vocabSize) {
        throw new ValueError(
          `For 'Embedding', the 'padding_idx' must be in range [0, ${vocabSize}), but got ${paddingIdx}.`,
        );
      }
      table.set([paddingIdx], 0);
    }
    this.embedding_table = new Parameter(table, { name: "embedding_table", random });
  }

  override construct(ids: Tensor): Tensor {
    const { kind, label } = dtypes[checkTensor(ids, "ids", "Embedding").dtype];
    if (kind !== "int")
      throw new TypeError(`For 'Embedding', the type of 'ids' must be an int type, but got ${label}.`);
    return gather(this.embedding_table, ids, 0);
  }

  override extendRepr(): string {
    const oneHot = this.useOneHot ? "True" : "False";
    return `vocab_size=${this.vocabSize}, embedding_size=${this.embeddingSize}, use_one_hot=${oneHot}, embedding_table=${this.embedding_table}, dtype=${dtypes[this.dtype].label}, padding_idx=${this.paddingIdx ?? "None"}`;
  }
}
