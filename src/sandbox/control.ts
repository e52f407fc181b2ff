/** How far a move of the clock has come: `share` from 0 to 1, `note` one short line for people. */
export type Progress = { share: number; note?: string };

/** What the page's time machine is wired to. */
export type SandboxControl = {
  now: () => Date;
  /** Resolves when everything due up to the new moment has been done. */
  advance: (step: Step, onProgress: (progress: Progress) => void) => Promise<void>;
  /** The IANA zone that the page shows times in; the browser's own when absent. */
  timeZone?: string;
  title?: string;
  links?: readonly { title: string; url: string }[];
  /** Lines about the state of the world, read again after every move. */
  notes?: () => Promise<string[]>;
};

export type Step = 'day' | 'week' | 'next';

export const steps: readonly Step[] = ['day', 'week', 'next'];
