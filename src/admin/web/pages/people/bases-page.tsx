import { Anchor, FileInput, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Base, bases } from '../../../../domain/bases/city-base.ts';
import { baseTitles } from '../../../../texts/bases.ts';
import { baseWords as words } from '../../../../texts/panel/people.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import type { paths } from '../../api-types.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { ErrandProgress } from '../../parts/errand-progress.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { upload } from '../../parts/upload.ts';

type Preview = paths['/api/bases/{base}/preview']['post']['responses'][200]['content']['application/json'];
type Ordered = paths['/api/bases/{base}/import']['post']['responses'][202]['content']['application/json'];

/** The bases of mentors and mentees as spreadsheets, in and out. */
export function BasesPage() {
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Stack>
        {bases.map((base) => (
          <BaseCard key={base} base={base} />
        ))}
      </Stack>
    </>
  );
}

function BaseCard({ base }: { base: Base }) {
  const [file, setFile] = useState<File | null>(null);
  const [errandId, setErrand] = useState<string | null>(null);
  const checking = useMutation({
    mutationFn: (sheet: File) => upload<Preview>(`/api/bases/${base}/preview`, sheet),
  });
  const importing = useMutation({
    mutationFn: (onlyGood: boolean) =>
      upload<Ordered>(`/api/bases/${base}/import?onlyGood=${onlyGood}`, file),
    onSuccess: ({ id }) => setErrand(id),
  });
  const choose = (sheet: File | null) => {
    setFile(sheet);
    setErrand(null);
    importing.reset();
    if (sheet === null) checking.reset();
    else checking.mutate(sheet);
  };
  return (
    <SectionCard title={baseTitles[base]}>
      <Group>
        <Anchor href={`/api/bases/${base}/export`} download>
          {words.export}
        </Anchor>
        <Anchor href={`/api/bases/${base}/template`} download>
          {words.template}
        </Anchor>
      </Group>
      <FileInput
        placeholder={shellWords.chooseFile}
        label={words.file}
        value={file}
        onChange={choose}
        accept=".xlsx"
        clearable
        maw={420}
      />
      <Problem error={checking.error ?? importing.error} />
      {checking.data !== undefined && errandId === null && (
        <Seen preview={checking.data} onImport={(onlyGood) => importing.mutateAsync(onlyGood)} />
      )}
      {errandId !== null && (
        <ErrandProgress id={errandId} title={words.progress}>
          {({ facts, state }) =>
            state === 'done' && <Text>{words.done(Number(facts.stored), Number(facts.duplicates))}</Text>
          }
        </ErrandProgress>
      )}
    </SectionCard>
  );
}

function Seen({
  preview,
  onImport,
}: {
  preview: Preview;
  onImport: (onlyGood: boolean) => Promise<unknown>;
}) {
  const { ready, duplicates, faults } = preview;
  const isGood = faults.length === 0;
  return (
    <Stack gap="xs" role="status">
      <Text fw={600}>{words.ready(ready)}</Text>
      <Lines title={words.faults} lines={faults.map(({ cell, message }) => `${cell}: ${message}`)} />
      <Lines
        title={words.duplicates}
        lines={duplicates.map(({ number, names }) => words.row(number, names))}
      />
      {ready === 0 ? (
        <Text c="dimmed">{words.nobody}</Text>
      ) : (
        <div>
          <ConfirmButton
            label={isGood ? words.import : words.importGood}
            warning={words.importWarning(ready)}
            confirm={words.import}
            onConfirm={() => onImport(!isGood)}
          />
        </div>
      )}
    </Stack>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5">
        {title}
      </Title>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </div>
  );
}
