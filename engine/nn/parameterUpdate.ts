import { assign } from "../ops/assign";
import { checkParameter, type Parameter } from "../parameter";
import { checkTensor, type Tensor } from "../tensor";
import { Cell } from "./cell";

/**
 * Puts a tensor into a parameter when it is called, and returns the tensor. The parameter keeps its name.
 *
 * @throws {TypeError} if param is no Parameter
 * Source: MindSpore `mindspore.nn.ParameterUpdate`, spec §14.
 */
export class ParameterUpdate extends Cell {
  private readonly target: { param: Parameter }; // not an attribute: the parameter is not this cell's

  constructor(param: Parameter) {
    super({ clsName: "ParameterUpdate", autoPrefix: false });
    this.target = { param: checkParameter(param, "param", "ParameterUpdate") };
  }

  override construct(x: Tensor): Tensor {
    assign(this.target.param, checkTensor(x, "x", "ParameterUpdate"), "ParameterUpdate");
    return x;
  }
}
