/** What staff set for a programme: texts of law and days are never constants of ours. */
export type ProgrammeSettings = {
  /** Who processes the data (152-ФЗ art. 3): named in every consent. Empty until staff have filled it in. */
  operator: { name: string; address: string; contact: string };
  retention: {
    /** Applications never finished are anonymised after so many days. */
    draftDays: number;
    /** People who left, so many days after. */
    leftDays: number;
  };
  privacy: {
    /** Calendar days from «удалить меня» to the erasure: at most 30 (152-ФЗ art. 21 part 5). */
    eraseDays: number;
    /** Working days to answer any other request (152-ФЗ art. 20 part 1). */
    answerWorkingDays: number;
    /** Working days to take down what was published once that is no longer agreed to: at most 3 (152-ФЗ art. 10.1 part 14). */
    stopPublishingWorkingDays: number;
  };
};

export const defaultSettings: ProgrammeSettings = {
  operator: { name: '', address: '', contact: '' },
  retention: { draftDays: 30, leftDays: 365 },
  privacy: { eraseDays: 10, answerWorkingDays: 10, stopPublishingWorkingDays: 3 },
};

/** What is stored may be older than the program: each absent value is the default. */
export function settingsOf(stored: unknown): ProgrammeSettings {
  const given = (stored ?? {}) as Partial<{ [Key in keyof ProgrammeSettings]: object }>;
  return {
    operator: { ...defaultSettings.operator, ...given.operator },
    retention: { ...defaultSettings.retention, ...given.retention },
    privacy: { ...defaultSettings.privacy, ...given.privacy },
  };
}
