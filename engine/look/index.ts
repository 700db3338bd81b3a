/* Looking at arrays of numbers: what is computed here is shown by others. Nothing here changes an array. */

export { type Difference, differenceOf, differencePicture } from "./difference";
export { distinctLimit } from "./distinct";
export { hashOf } from "./hash";
export { type Histogram, type HistogramOptions, histogramOf } from "./histogram";
export { marks } from "./marks";
export { fitsFloat32, type Picture, pictureOf } from "./picture";
export { type AxisPick, firstPicks, planeOf } from "./plane";
export { type Statistics, statisticsOf } from "./statistics";
export { textsIn } from "./window";
export { countIn, type Marked, markedIn, type Range } from "./within";
