import fc from "fast-check";

// One seed, so that a failure in CI can be repeated anywhere; PROPERTY_SEED=… tries other examples.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
