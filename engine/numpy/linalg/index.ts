export { householderQr } from "./real/householder";
