import { Button, NumberInput, Stack, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dayWithWeekday } from '../../../../texts/dates.ts';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import { ask, client } from '../../client.ts';
import { Empty } from '../../parts/empty.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay, useSelf } from '../../self.ts';
import { HolidayForm, holidaysKey } from './holiday-form.tsx';
import { HolidayImport } from './holiday-import.tsx';
import { SettingsHead } from './settings-head.tsx';

const words = settingsWords.holidays;

/** Days that differ from their weekday, a year at a time. */
export function HolidaysPage() {
  const today = useSelf().data?.today ?? '2026-01-01';
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const may = useMay('settings:write');
  const holidays = useQuery({
    queryKey: [...holidaysKey, year],
    queryFn: () => ask(client.GET('/api/settings/holidays', { params: { query: { year } } })),
  });
  return (
    <>
      <SettingsHead title={words.title} hint={words.hint} />
      <Stack>
        <NumberInput
          label={words.year}
          value={year}
          min={2000}
          max={2100}
          allowDecimal={false}
          w={140}
          onChange={(value) => {
            const typed = Number(value);
            if (typed >= 2000 && typed <= 2100) setYear(typed);
          }}
        />
        <Waiting query={holidays}>{({ items }) => <Days days={items} may={may} />}</Waiting>
        {may && <HolidayForm key={`day-${year}`} year={year} />}
        {may && <HolidayImport key={`import-${year}`} year={year} />}
      </Stack>
    </>
  );
}

type Day = { day: string; working: boolean; name: string };

function Days({ days, may }: { days: readonly Day[]; may: boolean }) {
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: (day: string) =>
      ask(client.DELETE('/api/settings/holidays/{day}', { params: { path: { day } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: holidaysKey }),
  });
  if (days.length === 0) return <Empty title={words.none} hint={words.noneHint} />;
  return (
    <>
      <Problem error={removing.error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.list}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.day}</Table.Th>
              <Table.Th>{words.what}</Table.Th>
              <Table.Th>{words.name}</Table.Th>
              {may && <Table.Th>{words.remove}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map(({ day, working, name }) => (
              <Table.Tr key={day}>
                <Table.Td>{dayWithWeekday(day)}</Table.Td>
                <Table.Td>{working ? words.working : words.off}</Table.Td>
                <Table.Td>{name}</Table.Td>
                {may && (
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={words.removeOf(dayWithWeekday(day))}
                      disabled={removing.isPending}
                      onClick={() => removing.mutate(day)}
                    >
                      {words.remove}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  );
}
