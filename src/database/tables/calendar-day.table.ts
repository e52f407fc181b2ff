import { EntitySchema } from 'typeorm';

export type CalendarDayRow = {
  day: string;
  working: boolean;
  name: string;
};

export const calendarDayTable = new EntitySchema<CalendarDayRow>({
  name: 'calendar_day',
  columns: {
    day: { type: 'date', primary: true },
    working: { type: 'boolean' },
    name: { type: 'text' },
  },
});
