import { Alert, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { draftWords as words } from '../../../../texts/panel/roadmap.ts';
import type { paths } from '../../api-types.ts';
import { answered, ask, client, ProblemError } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { say } from '../../parts/say.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { DraftChanges } from './draft-changes.tsx';
import { DraftHeading } from './draft-heading.tsx';
import { DraftItems } from './draft-items.tsx';

type DraftPath = paths['/api/roadmap-drafts/{id}'];
export type Draft = DraftPath['get']['responses'][200]['content']['application/json'];
export type DraftPatch = DraftPath['patch']['requestBody']['content']['application/json'];
/** Changes the draft; rejects with the problem, to be shown where it was typed. */
export type EditDraft = (patch: DraftPatch) => Promise<unknown>;

const isStale = (error: unknown) => error instanceof ProblemError && error.problem.status === 412;

/** A draft as storing it would turn out now: looked over, corrected, stored or thrown away. */
export function DraftPage() {
  const { id = '' } = useParams<{ id: string }>();
  const queries = useQueryClient();
  const [stale, setStale] = useState(false);
  const queryKey = ['roadmap', 'draft', id];
  const path = { params: { path: { id } } };
  const draft = useQuery({
    queryKey,
    queryFn: () => answered(client.GET('/api/roadmap-drafts/{id}', path)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const version = draft.data?.version ?? '';
  /** What was seen is no longer so: it is shown anew, and nothing was changed. */
  const onError = (error: unknown) => {
    if (!isStale(error)) return;
    setStale(true);
    void queries.invalidateQueries({ queryKey });
  };
  const editing = useMutation({
    mutationFn: (body: DraftPatch) =>
      answered(client.PATCH('/api/roadmap-drafts/{id}', { ...path, body, headers: { 'if-match': version } })),
    onSuccess: (seen) => {
      setStale(false);
      queries.setQueryData(queryKey, seen);
    },
    onError,
  });
  return (
    <Waiting query={draft}>
      {({ data }) => {
        const isRolled = data.kind === 'roll-over';
        return (
          <>
            <PageHead
              title={isRolled ? words.rollTitle : words.importTitle}
              hint={isRolled ? words.rollHint : words.importHint}
            >
              <Ending id={id} draft={data} version={version} onError={onError} />
            </PageHead>
            <Stack>
              {stale && <Alert color="yellow">{words.conflict}</Alert>}
              {data.obstacle !== null && <Alert color="blue">{words.obstacles[data.obstacle]}</Alert>}
              <DraftHeading key={version} draft={data} edit={editing.mutateAsync} />
              <DraftChanges draft={data} />
              <DraftItems draft={data} edit={editing.mutateAsync} />
            </Stack>
          </>
        );
      }}
    </Waiting>
  );
}

type EndingProps = { id: string; draft: Draft; version: string; onError: (error: unknown) => void };

function Ending({ id, draft, version, onError }: EndingProps) {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  const storing = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/roadmap-drafts/{id}/confirmation', { ...path, headers: { 'if-match': version } }),
      ),
    onSuccess: async (roadmap) => {
      say(words.stored);
      go(`/roadmap?roadmap=${roadmap.id}`);
      await queries.invalidateQueries();
    },
    onError,
  });
  const discarding = useMutation({
    mutationFn: () => ask(client.DELETE('/api/roadmap-drafts/{id}', path)),
    onSuccess: async () => {
      go('/roadmap');
      await queries.invalidateQueries({ queryKey: ['roadmap', 'drafts'] });
    },
  });
  return (
    <Group>
      <ConfirmButton
        variant="default"
        label={words.discard}
        warning={words.discardWarning}
        confirm={words.discardConfirm}
        loading={discarding.isPending}
        onConfirm={() => discarding.mutateAsync()}
      />
      <ConfirmButton
        label={words.store}
        warning={`${words.storeWarning} ${words.tasks(draft.tasks)}.`}
        confirm={words.save}
        disabled={draft.obstacle !== null}
        loading={storing.isPending}
        onConfirm={() => storing.mutateAsync()}
      >
        <Problem error={storing.error} />
      </ConfirmButton>
    </Group>
  );
}
