import {
  Alert,
  Anchor,
  Badge,
  Button,
  FileInput,
  Group,
  List,
  Paper,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { templateWords as words } from '../../../../texts/panel/templates.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { sendFile } from '../../parts/send-file.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { NameExceptions } from './name-exceptions.tsx';

type Kind = paths['/api/templates']['get']['responses'][200]['content']['application/json']['items'][number];
type Version = Kind['versions'][number];
type Report = paths['/api/templates/{kind}']['post']['responses'][200]['content']['application/json'];

const key = ['templates'] as const;
const dayOf = (instant: string) =>
  new Intl.DateTimeFormat('ru', { dateStyle: 'long' }).format(new Date(instant));

/** What papers are printed by, and the fields their templates may ask for. */
export function TemplatesPage() {
  const maySet = useMay('settings:read');
  const found = useQuery({ queryKey: key, queryFn: () => ask(client.GET('/api/templates')) });
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Waiting query={found}>
        {({ items }) => (
          <Stack gap="lg">
            {items.map((each) => (
              <KindCard key={each.kind} template={each} />
            ))}
            {maySet && <NameExceptions />}
          </Stack>
        )}
      </Waiting>
    </>
  );
}

function KindCard({ template }: { template: Kind }) {
  const { kind, currentId, versions, fields } = template;
  const mayUpload = useMay('templates:write');
  const mayPreview = useMay('documents:write');
  return (
    <Paper withBorder p="md" radius="md" component="section">
      <Title order={2} size="h4" mb="xs">
        {words.kinds[kind]}
      </Title>
      <Stack gap="xs">
        {currentId === null && <Text size="sm">{words.own}</Text>}
        <Group gap="md">
          <Anchor size="sm" href={`/api/templates/own/${kind}/file`} download>
            {words.downloadOwn}
          </Anchor>
          {mayPreview && currentId === null && (
            <Anchor size="sm" href={`/api/templates/own/${kind}/preview`} download>
              {words.preview}
            </Anchor>
          )}
        </Group>
        {versions.map((version) => (
          <VersionLine key={version.id} version={version} isCurrent={version.id === currentId} />
        ))}
        {mayUpload && <UploadForm kind={kind} />}
        <Fields fields={fields} />
      </Stack>
    </Paper>
  );
}

function VersionLine({ version, isCurrent }: { version: Version; isCurrent: boolean }) {
  const { id, kind, archivedAt } = version;
  const mayChange = useMay('templates:write');
  const mayPreview = useMay('documents:write');
  const cache = useQueryClient();
  const archiving = useMutation({
    mutationFn: (archived: boolean) =>
      ask(client.POST('/api/templates/{id}/archive', { params: { path: { id } }, body: { archived } })),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
  return (
    <Group gap="md">
      <Text size="sm" fw={600}>
        {words.version(version.version)}
      </Text>
      {isCurrent && (
        <Badge variant="outline" radius="sm" tt="none">
          {words.current}
        </Badge>
      )}
      {archivedAt !== null && (
        <Badge variant="outline" color="gray" radius="sm" tt="none">
          {words.archived}
        </Badge>
      )}
      <Text size="sm" c="dimmed">
        {version.fileName}, {words.uploaded(version.uploadedBy, dayOf(version.uploadedAt))}
      </Text>
      <Anchor size="sm" href={`/api/templates/${id}/file`} download>
        {words.download}
      </Anchor>
      {mayPreview && (
        <Anchor size="sm" href={`/api/templates/${id}/preview?kind=${kind}`} download>
          {words.preview}
        </Anchor>
      )}
      {mayChange && archivedAt === null && (
        <ConfirmButton
          size="compact-sm"
          variant="default"
          label={words.archive}
          warning={words.archiveWarning}
          confirm={words.archiveConfirm}
          onConfirm={() => archiving.mutateAsync(true)}
        />
      )}
      {mayChange && archivedAt !== null && (
        <Button size="compact-sm" variant="default" onClick={() => archiving.mutate(false)}>
          {words.bringBack}
        </Button>
      )}
      <Problem error={archiving.error} />
    </Group>
  );
}

function UploadForm({ kind }: { kind: Kind['kind'] }) {
  const cache = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const sending = useMutation({
    mutationFn: (chosen: File) => sendFile<Report>('POST', `/api/templates/${kind}`, chosen),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) sending.mutate(file);
      }}
    >
      <Stack gap="xs">
        <Problem error={sending.error} />
        {sending.data !== undefined && <CheckReport report={sending.data} />}
        <Group align="flex-end">
          <FileInput
            placeholder={shellWords.chooseFile}
            label={words.upload}
            description={words.uploadHint}
            accept=".docx"
            miw={280}
            value={file}
            onChange={setFile}
          />
          <Button type="submit" variant="default" disabled={file === null} loading={sending.isPending}>
            {words.upload}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CheckReport({ report: { template, faults, missing } }: { report: Report }) {
  return (
    <Alert
      color={template === null ? 'red' : 'teal'}
      title={template === null ? words.refused : words.kept}
      role="status"
    >
      <List size="sm">
        {faults.map((fault) => (
          <List.Item key={`${fault.code} ${fault.name}`}>{words.fault(fault)}</List.Item>
        ))}
      </List>
      {missing.length > 0 && <Text size="sm">{words.missing(missing)}</Text>}
    </Alert>
  );
}

function Fields({ fields }: { fields: Kind['fields'] }) {
  return (
    <details>
      <summary>{words.fields}</summary>
      <Text size="sm" c="dimmed" my="xs">
        {words.fieldsHint}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.fields}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.field}</Table.Th>
              <Table.Th>{words.within}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map(({ name, within, isList }) => (
              <Table.Tr key={`${within ?? ''} ${name}`}>
                <Table.Td>
                  {isList ? `{#${name}}…{/${name}}` : `{${name}}`}{' '}
                  {isList && (
                    <Text span size="xs" c="dimmed">
                      {words.isList}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{within ?? ''}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </details>
  );
}
