/* NumPy's linear algebra on NDArray: `numpy.linalg`, by NumPy 1.24's rules and with its names in camelCase. */
export { cholesky } from "./choleskyDecomposition";
export { cond } from "./cond";
export { det, slogdet } from "./determinant";
export { eig, eigvals } from "./eigenvalues";
export { type LeastSquares, lstsq, pinv } from "./leastSquares";
export { matrixPower } from "./matrixPower";
export { multiDot } from "./multiDot";
export { type NormOptions, type NormOrder, norm } from "./norm";
export { qr } from "./qrDecomposition";
export { matrixRank } from "./rank";
export { householderQr } from "./real/householder";
export { type SvdOptions, singularValues, svd } from "./singularValues";
export { inv, solve, tensorinv, tensorsolve } from "./solve";
export { eigh, eigvalsh } from "./symmetricEigenvalues";
