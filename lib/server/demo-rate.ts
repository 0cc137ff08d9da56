/** Network seconds per wall second with made-up members; with imported ones, and in live mode, time runs as it does. */
export const demoRate = 60;
