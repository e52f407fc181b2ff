import { Anchor, Button, FileInput, Group, List, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { entryWords as words } from '../../../../texts/panel/entries.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { sendFile } from '../../parts/send-file.ts';
import type { Contest } from './contest-types.ts';
import { type Entry, useEntriesRefresh } from './entry-types.ts';

/** The files of a work; staff may put more to it. */
export function EntryFiles({ contest, entry }: { contest: Contest; entry: Entry }) {
  const path = `/api/contests/${contest.id}/entries/${entry.id}/files`;
  return (
    <SectionCard title={words.files}>
      <List size="sm">
        {entry.files.map(({ id, name, size, state }) => (
          <List.Item key={id}>
            {state === 'stored' ? (
              <Anchor href={`${path}/${id}`} download className="breaking">
                {name}
              </Anchor>
            ) : (
              name
            )}{' '}
            <Text span size="sm" c="dimmed">
              {words.fileStates[state] ?? (size === null ? '' : `${Math.ceil(size / 1024)} КБ`)}
            </Text>
          </List.Item>
        ))}
      </List>
      {entry.may.includes('check') && entry.files.length < contest.settings.terms.work.files && (
        <AddFile contestId={contest.id} path={path} />
      )}
    </SectionCard>
  );
}

function AddFile({ contestId, path }: { contestId: string; path: string }) {
  const refresh = useEntriesRefresh(contestId);
  const [file, setFile] = useState<File | null>(null);
  const sending = useMutation({
    mutationFn: (chosen: File) => sendFile<Entry>('POST', path, chosen),
    onSuccess: () => setFile(null),
    onSettled: refresh,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) sending.mutate(file);
      }}
    >
      <Problem error={sending.error} />
      <Group align="flex-end">
        <FileInput
          label={words.addFile}
          placeholder={shellWords.chooseFile}
          miw={260}
          value={file}
          onChange={setFile}
        />
        <Button type="submit" variant="default" disabled={file === null} loading={sending.isPending}>
          {words.addFile}
        </Button>
      </Group>
    </form>
  );
}
