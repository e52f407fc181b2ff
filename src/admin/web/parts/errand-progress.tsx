import { Alert, Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { errandWords as words } from '../../../texts/panel/errands.ts';
import { problemWords } from '../../../texts/panel/problems.ts';
import type { paths } from '../api-types.ts';
import { ask, client } from '../client.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { Problem } from './problem.tsx';
import { Waiting } from './waiting.tsx';

export type ErrandView = paths['/api/errands/{id}']['get']['responses'][200]['content']['application/json'];

const pauseMs = 1000;
const isOver = ({ state }: ErrandView) => state !== 'planned' && state !== 'running';

/**
 * How far long work is, with a way to stop it and what it made. `children` say what came of it, once it is over.
 */
export function ErrandProgress({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children?: (errand: ErrandView) => ReactNode;
}) {
  const queries = useQueryClient();
  const key = ['errand', id];
  const errand = useQuery({
    queryKey: key,
    queryFn: () => ask(client.GET('/api/errands/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isOver(data) ? false : pauseMs),
  });
  const stopping = useMutation({
    mutationFn: () => ask(client.POST('/api/errands/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <Waiting query={errand}>
      {(seen) => (
        <Stack gap="xs" role="status" aria-live="polite">
          <Group justify="space-between">
            <Text fw={600}>{title}</Text>
            <Text size="sm" c="dimmed">
              {seen.isStopping ? words.stopping : words.states[seen.state]}
              {isOver(seen) && seen.total === null ? '' : ` · ${words.progress(seen.done, seen.total)}`}
            </Text>
          </Group>
          <Progress
            value={percentOf(seen)}
            animated={!isOver(seen)}
            color={seen.state === 'failed' ? 'red' : 'teal'}
            aria-label={title}
          />
          <Problem error={stopping.error} />
          {!isOver(seen) && (
            <ConfirmButton
              label={words.stop}
              warning={words.stopWarning}
              confirm={words.stopConfirm}
              variant="default"
              size="xs"
              disabled={seen.isStopping}
              onConfirm={() => stopping.mutateAsync()}
            />
          )}
          {seen.state === 'failed' && (
            <Alert color="red" title={faultTitle(seen)}>
              {seen.fault === 'broken' ? words.broken : problemWords(seen.fault ?? '', seen.facts).detail}
            </Alert>
          )}
          {seen.fileId !== null && (
            <Anchor href={`/api/errands/${id}/file`} download>
              {words.download}
            </Anchor>
          )}
          {isOver(seen) && children?.(seen)}
        </Stack>
      )}
    </Waiting>
  );
}

function percentOf({ state, done, total }: ErrandView): number {
  if (state === 'done') return 100;
  return total === null || total === 0 ? 0 : (100 * done) / total;
}

function faultTitle({ fault, facts }: ErrandView): string {
  return fault === 'broken' ? words.states.failed : problemWords(fault ?? '', facts).title;
}
