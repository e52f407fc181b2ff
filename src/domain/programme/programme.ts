/** One city's mentoring programme: whose days, working hours and people everything else belongs to. */
export type Programme = {
  id: string;
  /** Short Latin name used on the command line, e.g. `glazov`. */
  key: string;
  name: string;
  /** IANA name; "today" is the day in this zone. */
  timeZone: string;
  /** Messages that nobody asked for leave between these hours, `HH:MM`, on working days only. */
  workFrom: string;
  workTo: string;
};
