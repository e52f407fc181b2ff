const hurry = 10;

/**
 * People in journeys answer faster than Telegram lets a bot write to one chat. So the seconds that the sender's pace and
 * the stand-ins' limits are measured in pass ten times faster, for both alike. Gives the way back to real time.
 */
export function hurryTime(): () => void {
  const real = performance.now;
  const from = real.call(performance);
  performance.now = () => from + (real.call(performance) - from) * hurry;
  return () => {
    performance.now = real;
  };
}
