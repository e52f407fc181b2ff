import { longestEraseDays } from '../privacy/due.ts';

/** Lines of an address and name as they stand in a consent. */
export const longestLine = 500;

/** What each number may be: at least and at most. */
export const settingLimits = {
  draftDays: [1, 3650],
  leftDays: [1, 3650],
  eraseDays: [1, longestEraseDays],
  /** 152-ФЗ art. 20 part 1. */
  answerWorkingDays: [1, 10],
  /** Art. 10.1 part 14. */
  stopPublishingWorkingDays: [1, 3],
} as const;
