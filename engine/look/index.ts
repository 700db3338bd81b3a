/* Looking at arrays of numbers: what is computed here is shown by others. Nothing here changes an array. */

export { type Difference, differenceOf, differencePicture } from "./difference";
export { distinctLimit } from "./distinct";
export { hashOf } from "./hash";
export { type Histogram, type HistogramOptions, histogramOf, histogramSteps } from "./histogram";
export { marks } from "./marks";
export { finish, type Steps } from "./parts";
export { fitsFloat32, type Picture, pictureOf, pictureSteps } from "./picture";
export { type AxisPick, firstPicks, planeOf } from "./plane";
export { type Statistics, statisticsOf, statisticsSteps } from "./statistics";
export { textsIn } from "./window";
export { countIn, type Marked, markedIn, type Range } from "./within";
