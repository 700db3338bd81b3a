import { expect, test } from "vitest";
import { householderQr } from "./householder";

test("householderQr gives Q and R with LAPACK's signs", () => {
  // numpy 1.24.2 with reference LAPACK: np.linalg.qr(np.array([[1., 2.], [3., 4.], [5., 6.]]))
  const { q, r } = householderQr(new Float64Array([1, 2, 3, 4, 5, 6]), 3, 2);
  const expectedQ = [-0.16903085, 0.89708523, -0.50709255, 0.27602622, -0.84515425, -0.34503278];
  const expectedR = [-5.91607978, -7.43735744, 0, 0.82807867];
  q.forEach((entry, i) => void expect(entry).toBeCloseTo(expectedQ[i]!, 8)); // 8 digits were printed
  r.forEach((entry, i) => void expect(entry).toBeCloseTo(expectedR[i]!, 8));
});

test("householderQr leaves its input as it is", () => {
  const data = new Float64Array([1, 2, 3, 4]);
  householderQr(data, 2, 2);
  expect([...data]).toEqual([1, 2, 3, 4]);
});
