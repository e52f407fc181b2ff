import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import { daysBetween } from '../../../../domain/calendar/day.ts';
import { dayText } from '../../../../texts/dates.ts';
import { overviewWords as words } from '../../../../texts/panel/overview.ts';
import { stateWords } from '../../../../texts/panel/tasks.ts';
import type { paths } from '../../api-types.ts';

type Timeline = paths['/api/overview/timeline']['get']['responses'][200]['content']['application/json'];
type Window = Timeline['items'][number]['windows'][number];

const left = 48;
const width = 900;
const row = 18;
const top = 28;
/** A window of one day is still seen. */
const narrowest = 5;

/** The roadmap's windows with today's line, and the same as a table. */
export function TimelineChart({ timeline }: { timeline: Timeline }) {
  const { items, roadmap, today } = timeline;
  if (roadmap === null) return null;
  const dated = items.filter(({ windows }) => windows.length > 0);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.timeline}>
        <Picture timeline={timeline} items={dated} period={roadmap.period} />
      </section>
      <details>
        <summary>{words.timelineTable}</summary>
        <Text size="sm">
          {words.today}: {dayText(today)}
        </Text>
        <div className="wide-table">
          <WindowsTable items={items} />
        </div>
      </details>
    </>
  );
}

type PictureProps = {
  timeline: Timeline;
  items: Timeline['items'];
  period: { from: string; to: string };
};

function Picture({ timeline: { today }, items, period }: PictureProps) {
  const ends = items.flatMap(({ windows }) => windows.flatMap(({ from, to }) => [from ?? to, to]));
  const inOrder = [period.from, period.to, ...ends].sort();
  const [from, to] = [inOrder[0] ?? period.from, inOrder.at(-1) ?? period.to];
  const days = Math.max(1, daysBetween(from, to) + 1);
  const x = (day: string) => left + (daysBetween(from, day) / days) * width;
  const height = top + items.length * row + 8;
  const isWithin = today >= from && today <= to;
  return (
    <svg
      width={left + width + 8}
      height={height}
      role="img"
      aria-label={words.timelineLabel(items.length, dayText(today))}
      className="timeline"
    >
      {startsOfYears(from, to).map((day) => (
        <g key={day}>
          <line x1={x(day)} x2={x(day)} y1={top - 8} y2={height} className="timeline-year" />
          <text x={x(day) + 4} y={14}>
            {day.slice(0, 4)}
          </text>
        </g>
      ))}
      {items.map(({ id, code, title, windows }, at) => (
        <g key={id}>
          <text x={0} y={top + at * row + 13}>
            {code}
          </text>
          {windows.map((window) => (
            <Bar
              key={`${window.from} ${window.to}`}
              window={window}
              x={x}
              y={top + at * row}
              title={`${code} ${title}`}
            />
          ))}
        </g>
      ))}
      {isWithin && (
        <g>
          <line x1={x(today)} x2={x(today)} y1={18} y2={height} className="timeline-today" />
          <text x={x(today) + 4} y={26} className="timeline-today-word">
            {words.today}
          </text>
        </g>
      )}
    </svg>
  );
}

type BarProps = { window: Window; x: (day: string) => number; y: number; title: string };

function Bar({ window: { from, to, state }, x, y, title }: BarProps) {
  const start = x(from ?? to);
  const length = Math.max(narrowest, x(to) - start);
  return (
    <rect
      x={from === null ? start - narrowest / 2 : start}
      y={y + 3}
      width={length}
      height={row - 6}
      rx={2}
      className={`timeline-bar heat-${state ?? 'none'}`}
    >
      <title>{`${title}: ${words.window(from, to)}`}</title>
    </rect>
  );
}

function startsOfYears(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const starts = Array.from({ length: last - first + 1 }, (_, at) => `${first + at}-01-01`);
  return starts.map((day) => (day < from ? from : day));
}

function WindowsTable({ items }: { items: Timeline['items'] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.item}</Table.Th>
          <Table.Th>{words.windows}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ id, code, title, windows }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row">
              <Anchor component={Link} href={`/roadmap/items/${id}`} size="sm">
                {code} {title}
              </Anchor>
            </Table.Th>
            <Table.Td>
              {windows.length === 0
                ? words.undated
                : windows
                    .map(
                      ({ from, to, state, done, total }) =>
                        `${words.window(from, to)}${state === null ? '' : ` (${stateWords[state]}, ${done}/${total})`}`,
                    )
                    .join('; ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
