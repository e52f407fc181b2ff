import { Button, Group, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { entryWords as words } from '../../../../texts/panel/entries.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client, newKey } from '../../client.ts';
import { PersonSelect } from '../../parts/person-select.tsx';
import { Problem } from '../../parts/problem.tsx';
import { ContestFrame } from './contest-frame.tsx';
import type { Contest } from './contest-types.ts';
import { useEntriesRefresh } from './entry-types.ts';

/** A work for somebody who can't hand it in in the chat. */
export function NewEntryPage() {
  return <ContestFrame>{(contest) => <EntryForm contest={contest} />}</ContestFrame>;
}

function EntryForm({ contest }: { contest: Contest }) {
  const { id, kind, settings } = contest;
  const [, go] = useLocation();
  const refresh = useEntriesRefresh(id);
  const key = useRef(newKey());
  const nominations = settings.nominations.flatMap(({ id: value, title: label, archived }) =>
    value === null || archived ? [] : [{ value, label }],
  );
  const [personId, setPersonId] = useState<string | null>(null);
  const [nominationId, setNominationId] = useState(nominations[0]?.value ?? null);
  const [fields, setFields] = useState({ title: '', description: '', link: '' });
  const set = (name: keyof typeof fields) => (value: string) =>
    setFields((before) => ({ ...before, [name]: value }));
  const adding = useMutation({
    mutationFn: (wish: { personId: string; nominationId: string }) =>
      ask(
        client.POST('/api/contests/{id}/entries', {
          params: { path: { id } },
          headers: { 'idempotency-key': key.current },
          body: { ...wish, ...fields },
        }),
      ),
    // What was corrected is another call.
    onError: () => {
      key.current = newKey();
    },
    onSuccess: async (made) => {
      await refresh();
      go(`/contests/${id}/entries/${made.id}`);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (personId !== null && nominationId !== null) adding.mutate({ personId, nominationId });
      }}
    >
      <Stack maw={640}>
        <div>
          <Title order={2} size="h3">
            {words.addTitle}
          </Title>
          <Text c="dimmed">{words.addHint}</Text>
        </div>
        <Problem error={adding.error} />
        <PersonSelect label={words.person} hint={words.personHint} value={personId} onChange={setPersonId} />
        <Select
          label={words.nomination}
          data={nominations}
          value={nominationId}
          onChange={setNominationId}
          allowDeselect={false}
        />
        <Content contest={contest} fields={fields} set={set} />
        <Group>
          <Button
            type="submit"
            disabled={personId === null || nominationId === null}
            loading={adding.isPending}
          >
            {words.save}
          </Button>
          <Button variant="default" component={Link} href={`/contests/${id}/entries`}>
            {shellWords.cancel}
          </Button>
        </Group>
        {kind === 'work' && settings.terms.work.files > 0 && (
          <Text size="sm" c="dimmed">
            {words.filesLater}
          </Text>
        )}
      </Stack>
    </form>
  );
}

type Fields = { title: string; description: string; link: string };

function Content({
  contest: { kind, settings },
  fields,
  set,
}: {
  contest: Contest;
  fields: Fields;
  set: (name: keyof Fields) => (value: string) => void;
}) {
  const { work } = settings.terms;
  return (
    <>
      {kind === 'work' && (
        <>
          <TextInput
            label={words.title}
            required
            maxLength={200}
            value={fields.title}
            onChange={({ currentTarget }) => set('title')(currentTarget.value)}
          />
          <Textarea
            label={words.description}
            required={work.description.least > 0}
            maxLength={work.description.most}
            autosize
            minRows={3}
            value={fields.description}
            onChange={({ currentTarget }) => set('description')(currentTarget.value)}
          />
        </>
      )}
      {(kind === 'post' || work.link) && (
        <TextInput
          label={kind === 'post' ? words.postLink : words.link}
          required={kind === 'post'}
          maxLength={1000}
          value={fields.link}
          onChange={({ currentTarget }) => set('link')(currentTarget.value)}
        />
      )}
    </>
  );
}
