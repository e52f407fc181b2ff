import { Alert, Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { stageWords } from '../../../../texts/panel/contests.ts';
import { roadmapWords } from '../../../../texts/panel/roadmap.ts';
import { stateWords } from '../../../../texts/panel/tasks.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Completions, Events } from '../tasks/history.tsx';
import { targetText } from './target-text.ts';

type Item = paths['/api/roadmap-items/{id}']['get']['responses'][200]['content']['application/json'];

const words = roadmapWords.item;

/** An item of the roadmap: what it asks of whom, and what was done about it. */
export function ItemPage() {
  const { id = '' } = useParams<{ id: string }>();
  const item = useQuery({
    queryKey: ['roadmap', 'item', id],
    queryFn: () => ask(client.GET('/api/roadmap-items/{id}', { params: { path: { id } } })),
  });
  return (
    <Waiting query={item}>
      {(seen) => (
        <>
          <PageHead title={`${seen.code} ${seen.title}`} hint={seen.section} />
          <Anchor component={Link} href={`/roadmap?roadmap=${seen.roadmapId}`} size="sm">
            {words.back}
          </Anchor>
          <Stack mt="md">
            <Facts item={seen} />
            {seen.contests.length > 0 && (
              <Part title={words.contests}>
                <Contests contests={seen.contests} />
              </Part>
            )}
            <Part title={words.results}>
              <Completions completions={seen.completions} />
            </Part>
            <Part title={words.history}>
              <Events events={seen.events} />
            </Part>
          </Stack>
        </>
      )}
    </Waiting>
  );
}

function Facts({ item }: { item: Item }) {
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="sm">
        <Fact label={words.deadline}>{item.deadline}</Fact>
        <Fact label={words.windows}>
          <List size="sm">
            {item.windows.map((window) => (
              <List.Item key={`${window.from} ${window.to}`}>
                {roadmapWords.windows([window])}
                {window.state === null
                  ? ''
                  : `: ${stateWords[window.state]}, ${roadmapWords.done(window.done, window.total)}`}
              </List.Item>
            ))}
            {item.standing.map((text) => (
              <List.Item key={text}>
                {words.standing}: {text}
              </List.Item>
            ))}
          </List>
        </Fact>
        {item.unparsed.length > 0 && (
          <Alert color="orange" title={`${words.unparsed}: ${item.unparsed.join('; ')}`}>
            {words.unparsedHint}
          </Alert>
        )}
        <Fact label={words.responsible}>
          <List size="sm">
            {item.meanings.map(({ phrase, targets }) => (
              <List.Item key={phrase}>
                {phrase}{' '}
                <Text span size="sm" c={targets === null ? 'red' : 'dimmed'}>
                  {targets === null ? words.unknown : words.means(targets.map(targetText).join('; '))}
                </Text>
              </List.Item>
            ))}
          </List>
        </Fact>
        {item.expected !== '' && <Fact label={words.expected}>{item.expected}</Fact>}
        <Anchor component={Link} href={`/tasks?item=${item.id}`}>
          {words.tasks}
        </Anchor>
      </Stack>
    </Paper>
  );
}

function Contests({ contests }: Pick<Item, 'contests'>) {
  return (
    <List size="sm">
      {contests.map(({ id, title, stage }) => (
        <List.Item key={id}>
          <Anchor component={Link} href={`/contests/${id}`}>
            {title}
          </Anchor>
          : {stageWords[stage]}
        </List.Item>
      ))}
    </List>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="div">{children}</Text>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
