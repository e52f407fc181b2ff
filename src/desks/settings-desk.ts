import type { SettingsDesk } from '../domain/programme/settings-desk.ts';
import type { DeskDeps } from './desk-work.ts';
import { createConsentTextSettings } from './settings-consent-texts.ts';
import { createHolidaySettings } from './settings-holidays.ts';
import { createProgrammeSettings } from './settings-programme.ts';
import { createRuleSettings } from './settings-rules.ts';

/** How the programme is set up. */
export function createSettingsDesk(deps: DeskDeps): SettingsDesk {
  return {
    ...createProgrammeSettings(deps),
    ...createRuleSettings(deps),
    ...createHolidaySettings(deps),
    ...createConsentTextSettings(deps),
  };
}
