/* What initializers are meant to do, and how far what they have drawn is from it. */

export { type Distribution, normalOf } from "./distribution";
export { kolmogorovDistance, kolmogorovTail } from "./kolmogorov";
export { missingArc, missingShare, normal1Of } from "./normal1";
export { type Quantity, type Step, type Theory, theoryOf } from "./theory";
