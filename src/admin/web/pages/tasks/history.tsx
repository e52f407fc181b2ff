import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { dayText } from '../../../../texts/dates.ts';
import { taskWords } from '../../../../texts/panel/tasks.ts';
import { eventLine, isTold } from '../../../../texts/results.ts';
import { useSelf } from '../../self.ts';
import type { TaskView } from './task-page.tsx';

const words = taskWords.card;
const longestLine = 400;

type Completion = TaskView['history']['completions'][number] & { taskId?: string; organizationName?: string };
type Event = TaskView['history']['events'][number] & { taskId?: string; organizationName?: string };

/** What was handed in. With `organizationName` it is told where. */
export function Completions({
  completions,
  taskId,
}: {
  completions: readonly Completion[];
  taskId?: string;
}) {
  if (completions.length === 0) return <Text c="dimmed">{words.noResults}</Text>;
  return (
    <Stack gap="sm">
      {completions.map((each) => (
        <div key={each.id}>
          <Text size="sm" c="dimmed">
            {dayText(each.on)}
            {each.person === null ? '' : `, ${each.person}`}
            <Where row={each} />
          </Text>
          {each.results.length === 0 && <Text size="sm">{words.without}</Text>}
          <List size="sm">
            {each.results.map((result, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: results are only ever added at the end
              <List.Item key={index}>
                <Result result={result} taskId={each.taskId ?? taskId ?? ''} />
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
}

function Where({
  row: { taskId, organizationName },
}: {
  row: Pick<Completion, 'taskId' | 'organizationName'>;
}) {
  if (taskId === undefined || organizationName === undefined) return null;
  return (
    <>
      {', '}
      <Anchor component={Link} href={`/tasks/${taskId}`} size="sm" underline="always">
        {organizationName}
      </Anchor>
    </>
  );
}

function Result({ result, taskId }: { result: Completion['results'][number]; taskId: string }) {
  if (result.kind === 'text')
    return (
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {result.text}
      </Text>
    );
  if (result.kind === 'link') {
    const isWeb = /^https?:\/\//i.test(result.url);
    if (!isWeb) return <Text size="sm">{result.url}</Text>;
    return (
      <Anchor href={result.url} target="_blank" rel="noopener noreferrer" size="sm">
        {result.url}
      </Anchor>
    );
  }
  if (result.state !== 'stored') {
    return (
      <Text size="sm">
        {result.name}: {result.state === 'wanted' ? words.fileWanted : words.fileFailed}
      </Text>
    );
  }
  return (
    <Anchor href={`/api/tasks/${taskId}/files/${result.fileId}`} download={result.name} size="sm">
      {result.name}
    </Anchor>
  );
}

/** What happened, oldest first as a story goes. */
export function Events({ events }: { events: readonly Event[] }) {
  const today = useSelf().data?.today ?? '';
  const told = events.filter(isTold);
  if (told.length === 0) return <Text c="dimmed">{words.noHistory}</Text>;
  return (
    <List size="sm" spacing={4}>
      {told.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added
        <List.Item key={index}>
          {eventLine(event, today, longestLine)}
          <Where row={event} />
        </List.Item>
      ))}
    </List>
  );
}
