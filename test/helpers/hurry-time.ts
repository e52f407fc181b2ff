import { afterAll, beforeAll } from 'vitest';

const hurry = 10;

/**
 * People in journeys answer faster than Telegram lets a bot write to one chat. So in this file the seconds that the sender's
 * pace and the stand-ins' limits are measured in pass ten times faster, for both alike. Called before other hooks are set.
 */
export function hurryTime(): void {
  const real = performance.now;
  beforeAll(() => {
    const from = real.call(performance);
    performance.now = () => from + (real.call(performance) - from) * hurry;
  });
  afterAll(() => {
    performance.now = real;
  });
}
