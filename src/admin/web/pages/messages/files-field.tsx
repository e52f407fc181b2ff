import { Anchor, Button, CloseButton, Fieldset, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { draftLimits } from '../../../../domain/mailings/check-draft.ts';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { type MailingView, mailingKey } from './mailing-data.ts';

/** What goes along with the text. */
export function FilesField({ mailing }: { mailing: MailingView }) {
  const { id, files } = mailing;
  const queries = useQueryClient();
  const settled = () => queries.invalidateQueries({ queryKey: mailingKey(id) });
  const adding = useMutation({
    mutationFn: (file: File) =>
      ask(
        client.POST('/api/mailings/{id}/files', {
          params: { path: { id } },
          body: file as never,
          bodySerializer() {
            const form = new FormData();
            form.append('file', file);
            return form;
          },
        }),
      ),
    onSettled: settled,
  });
  const removing = useMutation({
    mutationFn: (fileId: string) =>
      ask(client.DELETE('/api/mailings/{id}/files/{fileId}', { params: { path: { id, fileId } } })),
    onSettled: settled,
  });
  return (
    <Fieldset legend={words.steps.files}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {files.length === 0 ? words.noFiles : ''} {words.files}
        </Text>
        {files.map((file) => (
          <Group key={file.id} gap="xs">
            <Anchor href={`/api/mailings/${id}/files/${file.id}`} style={{ overflowWrap: 'anywhere' }}>
              {file.name}
            </Anchor>
            <CloseButton
              aria-label={words.removeFile(file.name)}
              onClick={() => removing.mutate(file.id)}
              disabled={removing.isPending}
            />
          </Group>
        ))}
        <Problem error={adding.error ?? removing.error} />
        <FileButton onChange={(file) => file !== null && adding.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              w="fit-content"
              loading={adding.isPending}
              disabled={files.length >= draftLimits.files}
            >
              {words.addFile}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Fieldset>
  );
}
