/** Where "now" comes from. The domain never asks the machine: tests, the sandbox and bench bring their own. */
export type Clock = { now(): Date };

export const machineClock: Clock = { now: () => new Date() };
