type Contender = { name: string; run(): Promise<number> };

/**
 * Runs ours and a peer in turn, A B A B, so that a machine that gets slower or quicker meanwhile meets both. Each run
 * gives a rate (more is better); the means are compared with each other and with `limit`.
 */
export async function alternate(options: {
  ours: Contender;
  peer: Contender;
  unit: string;
  /** What the platform or the requirement sets; `required` is the share of it that must be reached. */
  limit: number;
  required: number;
}): Promise<void> {
  const { ours, peer, unit, limit, required } = options;
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round < 2; round++) {
    for (const [side, contender] of [ours, peer].entries()) {
      const rate = await contender.run();
      rates[side === 0 ? 0 : 1].push(rate);
      console.log(`${side === 0 ? 'A' : 'B'} ${contender.name}: ${rate.toFixed(1)} ${unit}`);
    }
  }
  const [a, b] = rates.map((side) => side.reduce((sum, rate) => sum + rate, 0) / side.length);
  const reached = (a ?? 0) / limit;
  console.log(`A : limit of ${limit} ${unit} = ${reached.toFixed(3)} (required ${required})`);
  console.log(`A : B = ${((a ?? 0) / (b ?? 1)).toFixed(2)}`);
  if (reached < required) process.exitCode = 1;
}
