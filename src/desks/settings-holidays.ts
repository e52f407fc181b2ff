import { createHolidayBook } from '../database/repositories/holiday-book.ts';
import { readHolidays } from '../domain/calendar/read-holidays.ts';
import type { SettingsDesk } from '../domain/programme/settings-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';

type Holidays = Pick<SettingsDesk, 'holidays' | 'setHoliday' | 'removeHoliday' | 'importHolidays'>;

export function createHolidaySettings(deps: DeskDeps): Holidays {
  return {
    holidays: (staff, year) =>
      staffLook(deps, staff, 'settings:read', ({ sql }) => createHolidayBook(sql).ofYear(year)),

    setHoliday: (staff, holiday) =>
      staffWork(deps, staff, 'settings:write', async (work) => {
        await createHolidayBook(work.sql).put([holiday]);
        const { day, working } = holiday;
        await work.note({ action: 'holiday.set', subject: { kind: 'holiday', id: day }, after: { working } });
      }),

    removeHoliday: (staff, day) =>
      staffWork(deps, staff, 'settings:write', async (work) => {
        if (!(await createHolidayBook(work.sql).remove(day))) throw new Refusal('holiday-unknown');
        await work.note({ action: 'holiday.removed', subject: { kind: 'holiday', id: day } });
      }),

    importHolidays: (staff, year, text, dry) =>
      staffWork(deps, staff, 'settings:write', async (work) => {
        const read = readHolidays(text, year);
        if (dry || read.faults.length > 0) return read;
        await createHolidayBook(work.sql).put(read.days);
        await work.note({
          action: 'holidays.imported',
          subject: { kind: 'holiday', id: String(year) },
          after: { days: read.days.length },
        });
        return read;
      }),
  };
}
