import { spawnSync } from "node:child_process";

const program = `
import json, time
import numpy as np

def median(work, rounds=9):
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[rounds // 2]

n = 10_000_000
x = np.random.default_rng(1).random(n, np.float32)
y = x[::-1].copy()
draw = np.random.default_rng(1)
times = {"version": np.__version__, "add": median(lambda: x + y), "exp": median(lambda: np.exp(x)), "sum": median(lambda: x.sum())}
times["normal"] = median(lambda: draw.standard_normal(n, np.float32))
times["uniform"] = median(lambda: draw.random(n, np.float32))
for size in (256, 512, 1024):
    a = draw.random((size, size), np.float32)
    times[f"matmul {size}"] = median(lambda: a @ a)
print(json.dumps(times))
`;

/** ms of native NumPy on one thread, for context; null where it is not installed. */
export function numpyTimes() {
  const threads = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
  const { status, stdout } = spawnSync("python3", ["-c", program], {
    encoding: "utf8",
    env: { ...process.env, ...threads },
  });
  if (status === 0) return JSON.parse(stdout);
  console.log("native NumPy is not installed here, so it is left out");
  return null;
}
