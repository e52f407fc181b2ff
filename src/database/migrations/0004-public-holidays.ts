import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Public holidays (Labour Code, art. 112) and the transfers of days off that the government made for 2022–2026
 * (decrees 1564/2021, 1505/2022, 1314/2023, 1335/2024, 1466/2025). 2027 has the law's own days and transfers only:
 * staff add the decree's days, the table is theirs.
 */
export class PublicHolidays1700000000004 implements MigrationInterface {
  readonly name = 'PublicHolidays1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    const rows = [2022, 2023, 2024, 2025, 2026, 2027].flatMap(daysOf);
    await runner.query(
      `insert into calendar_day (day, working, name)
       select * from unnest($1::date[], $2::boolean[], $3::text[])
       on conflict (day) do nothing`,
      [rows.map((row) => row.day), rows.map((row) => row.working), rows.map((row) => row.name)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from calendar_day where day between '2022-01-01' and '2027-12-31'`);
  }
}

type Row = { day: string; working: boolean; name: string };

const statutory: readonly (readonly [monthAndDay: string, name: string])[] = [
  ...['01', '02', '03', '04', '05', '06', '08'].map((day) => [`01-${day}`, 'Новогодние каникулы'] as const),
  ['01-07', 'Рождество Христово'],
  ['02-23', 'День защитника Отечества'],
  ['03-08', 'Международный женский день'],
  ['05-01', 'Праздник Весны и Труда'],
  ['05-09', 'День Победы'],
  ['06-12', 'День России'],
  ['11-04', 'День народного единства'],
];

const movedDaysOff: Record<number, readonly string[]> = {
  2022: ['03-07', '05-02', '05-03', '05-10', '06-13'],
  2023: ['02-24', '05-08', '11-06'],
  2024: ['04-29', '04-30', '05-10', '12-30', '12-31'],
  2025: ['05-02', '05-08', '06-13', '11-03', '12-31'],
  2026: ['01-09', '03-09', '05-11', '12-31'],
  2027: ['05-03', '05-10', '06-14'],
};

const workingSaturdays: Record<number, readonly string[]> = {
  2022: ['03-05'],
  2024: ['04-27', '11-02', '12-28'],
  2025: ['11-01'],
};

function daysOf(year: number): Row[] {
  const row = (monthAndDay: string, working: boolean, name: string): Row => ({
    day: `${year}-${monthAndDay}`,
    working,
    name,
  });
  return [
    ...statutory.map(([day, name]) => row(day, false, name)),
    ...(movedDaysOff[year] ?? []).map((day) => row(day, false, 'Перенесённый выходной')),
    ...(workingSaturdays[year] ?? []).map((day) => row(day, true, 'Рабочая суббота')),
  ];
}
