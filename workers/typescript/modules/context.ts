import { type RandomState, ValueError } from "../../../engine";
import * as declared from "../types/context";

const devices: readonly unknown[] = ["CPU", "GPU", "Ascend", "Davinci"];

const checks: { [K in keyof declared.Context]: { holds: (value: unknown) => boolean; rule: string } } = {
  mode: {
    holds: (value) => value === 0 || value === 1,
    rule: "must be context.GRAPH_MODE (0) or context.PYNATIVE_MODE (1)",
  },
  deviceTarget: { holds: (value) => devices.includes(value), rule: `must be one of ${devices.join(", ")}` },
  deviceId: {
    holds: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 4096,
    rule: "must be in range [0, 4095]",
  },
};

/** A session's settings; the mode is the reference's own until it is set. */
export function openContext(random: RandomState): typeof declared {
  const values: Partial<declared.Context> = {};
  const check = (name: string) => {
    if (Object.hasOwn(checks, name)) return checks[name as keyof declared.Context];
    throw new ValueError(`For 'context', there is no setting '${name}'; there are ${Object.keys(checks).join(", ")}.`);
  };
  return {
    ...declared,
    setContext(settings) {
      for (const [name, value] of Object.entries(settings)) {
        const { holds, rule } = check(name);
        if (!holds(value)) throw new ValueError(`For 'context.setContext', the '${name}' ${rule}, but got ${value}.`);
      }
      Object.assign(values, settings);
    },
    getContext(name) {
      check(name);
      const own: declared.Context = {
        mode: random.reference === "2.x" ? declared.PYNATIVE_MODE : declared.GRAPH_MODE,
        deviceTarget: "CPU",
        deviceId: 0,
        ...values,
      };
      return own[name];
    },
  };
}
