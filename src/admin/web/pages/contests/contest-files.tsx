import { Anchor, Button, CloseButton, FileButton, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { filePurposes } from '../../../../domain/contests/contest-desk.ts';
import { contestFileWords as words } from '../../../../texts/panel/contest-overview.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { sendFile } from '../../parts/send-file.ts';
import { type Contest, useContestRefresh } from './contest-types.ts';
import { MaterialsSending } from './materials-sending.tsx';

/** Regulations, what goes along with them, and materials. */
export function ContestFiles({ contest, may: mayWrite }: { contest: Contest; may: boolean }) {
  const { id, regulations, files, state } = contest;
  const may = mayWrite && state !== 'archived' && state !== 'cancelled';
  const refresh = useContestRefresh(id);
  const sending = useMutation({
    mutationFn: ({ method, path, file }: { method: 'PUT' | 'POST'; path: string; file: File }) =>
      sendFile<Contest>(method, `/api/contests/${id}/${path}`, file),
    onSettled: refresh,
  });
  const removing = useMutation({
    mutationFn: (fileId: string) =>
      ask(client.DELETE('/api/contests/{id}/files/{fileId}', { params: { path: { id, fileId } } })),
    onSettled: refresh,
  });
  const link = (file: { id: string; name: string }) => (
    <Anchor href={`/api/contests/${id}/files/${file.id}`} download style={{ overflowWrap: 'anywhere' }}>
      {file.name}
    </Anchor>
  );
  const button = (method: 'PUT' | 'POST', path: string, label: string) =>
    may && (
      <FileButton onChange={(file) => file !== null && sending.mutate({ method, path, file })}>
        {(props) => (
          <Button {...props} variant="default" size="compact-sm" w="fit-content" loading={sending.isPending}>
            {label}
          </Button>
        )}
      </FileButton>
    );
  return (
    <SectionCard title={words.title}>
      <Problem error={sending.error ?? removing.error} />
      <Text size="sm" fw={500}>
        {words.regulations}
      </Text>
      {regulations === null ? (
        <Text size="sm" c="dimmed">
          {words.noRegulations}
        </Text>
      ) : (
        link(regulations)
      )}
      {button('PUT', 'regulations', regulations === null ? words.putRegulations : words.replaceRegulations)}
      {filePurposes.map((purpose) => (
        <div key={purpose}>
          <Text size="sm" fw={500}>
            {words.purposes[purpose]}
          </Text>
          {files
            .filter((file) => file.purpose === purpose)
            .map((file) => (
              <Group key={file.id} gap="xs">
                {link(file)}
                {may && (
                  <CloseButton
                    aria-label={words.remove(file.name)}
                    disabled={removing.isPending}
                    onClick={() => removing.mutate(file.id)}
                  />
                )}
              </Group>
            ))}
          {button('POST', `enclosures/${purpose}`, words.add[purpose])}
        </div>
      ))}
      {may && contest.may['send-materials'] && files.some(({ purpose }) => purpose === 'material') && (
        <MaterialsSending contest={contest} />
      )}
    </SectionCard>
  );
}
