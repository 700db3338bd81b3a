/** What an output itself carries: bytes of values, tiles each way, bins. */
export const compact = { values: 4096, tiles: 48, bins: 64, memberBins: 32 } as const;
