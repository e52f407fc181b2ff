import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import type { ContestSettings } from './contest-types.ts';

const { parts, about, dates } = settingWords;

/** What two people may have changed at once, by its words. */
export const labels: Readonly<Record<keyof ContestSettings, string>> = {
  itemId: about.item,
  title: about.title,
  summary: about.summary,
  announcement: about.announcement,
  opensAt: dates.opensAt,
  closesAt: dates.closesAt,
  judgingUntil: dates.judgingUntil,
  resultsOn: dates.resultsOn,
  startsAt: dates.startsAt,
  endsAt: dates.endsAt,
  nominations: parts.nominations,
  criteria: parts.criteria,
  terms: settingWords.fields,
};

/** Lists by their titles, moments as they are read, the rest as it stands. */
export function shownValue(field: keyof ContestSettings, value: unknown): string {
  if (value === null || value === undefined || value === '') return settingWords.nothing;
  if (Array.isArray(value))
    return value
      .map((each: { title: string; hashtags?: string[]; weight?: number }) =>
        [each.title, ...(each.hashtags ?? []), each.weight ?? ''].join(' ').trim(),
      )
      .join('\n');
  if (typeof value === 'object') return JSON.stringify(value, null, 1);
  if (field.endsWith('At') || field === 'judgingUntil') return new Date(String(value)).toLocaleString('ru');
  return String(value);
}
