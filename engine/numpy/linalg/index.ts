export { householderQr } from "./householder";
