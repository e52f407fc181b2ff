import { longestEraseDays } from '../privacy/due.ts';
import { defaultSettings, type ProgrammeSettings } from './settings.ts';

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

export type SettingName = keyof ProgrammeSettings['operator'] | keyof typeof settingLimits;

/** What staff typed, by name; `faults` names what can't be so. The settings are whole only without faults. */
export function checkSettings(typed: (name: SettingName) => string): {
  settings: ProgrammeSettings;
  faults: SettingName[];
} {
  const faults: SettingName[] = [];
  const words = (name: keyof ProgrammeSettings['operator']) => {
    const text = typed(name).replace(/\s+/gu, ' ').trim();
    if (text.length > longestLine) faults.push(name);
    return text;
  };
  const days = (name: keyof typeof settingLimits, otherwise: number) => {
    const [least, most] = settingLimits[name];
    const number = /^\d{1,4}$/.test(typed(name).trim()) ? Number(typed(name)) : Number.NaN;
    if (number >= least && number <= most) return number;
    faults.push(name);
    return otherwise;
  };
  const { retention, privacy } = defaultSettings;
  const settings = {
    operator: { name: words('name'), address: words('address'), contact: words('contact') },
    retention: {
      draftDays: days('draftDays', retention.draftDays),
      leftDays: days('leftDays', retention.leftDays),
    },
    privacy: {
      eraseDays: days('eraseDays', privacy.eraseDays),
      answerWorkingDays: days('answerWorkingDays', privacy.answerWorkingDays),
      stopPublishingWorkingDays: days('stopPublishingWorkingDays', privacy.stopPublishingWorkingDays),
    },
  };
  return { settings, faults };
}
