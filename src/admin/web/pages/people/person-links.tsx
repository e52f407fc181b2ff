import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleWords, personWords as words } from '../../../../texts/panel/people.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { calendarDay, dayOf } from '../../parts/when.ts';
import { Invited, type InvitedView } from './invited.tsx';
import type { Card, PartProps } from './person-page.tsx';

export function PersonLinks({ card, may, again }: PartProps) {
  const [invited, setInvited] = useState<InvitedView | null>(null);
  const path = { id: card.id };
  const inviting = useMutation({
    mutationFn: () => ask(client.POST('/api/people/{id}/invitations', { params: { path } })),
    onSuccess: setInvited,
  });
  const unlinking = useMutation({
    mutationFn: () => ask(client.DELETE('/api/people/{id}/channels', { params: { path } })),
    onSuccess: again,
  });
  return (
    <SectionCard title={words.channels}>
      {card.channels.length === 0 && <Text c="dimmed">{words.noChannels}</Text>}
      {card.channels.map((channel) => (
        <Channel key={`${channel.platform} ${channel.lastSeenAt}`} channel={channel} />
      ))}
      <PauseLine card={card} may={may} again={again} />
      <Problem error={inviting.error ?? unlinking.error} />
      {may.standFor && (
        <Group gap="xs">
          <ConfirmButton
            label={words.invite}
            warning={words.inviteWarning}
            confirm={words.inviteConfirm}
            size="xs"
            onConfirm={() => inviting.mutateAsync()}
          />
          {card.channels.length > 0 && (
            <ConfirmButton
              label={words.unlink}
              warning={words.unlinkWarning}
              confirm={words.unlink}
              variant="default"
              size="xs"
              onConfirm={() => unlinking.mutateAsync()}
            />
          )}
        </Group>
      )}
      <Modal
        opened={invited !== null}
        onClose={() => setInvited(null)}
        title={words.invited}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {invited !== null && <Invited invited={invited} />}
      </Modal>
    </SectionCard>
  );
}

function Channel({ channel }: { channel: Card['channels'][number] }) {
  const { platform, platformName, lastSeenAt, closedAt } = channel;
  const state = closedAt === null ? words.open : words.closedSince(dayOf(closedAt));
  return (
    <Text>
      {platformName || (peopleWords.platforms[platform] ?? platform)}: {state},{' '}
      {words.lastSeen(dayOf(lastSeenAt))}
    </Text>
  );
}

function PauseLine({ card, may, again }: PartProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const [until, setUntil] = useState('');
  const pausing = useMutation({
    mutationFn: (day: string | null) =>
      ask(client.PUT('/api/people/{id}/pause', { params: { path: { id: card.id } }, body: { until: day } })),
    onSuccess: async () => {
      await again();
      close();
    },
  });
  const { pausedUntil } = card;
  return (
    <Group justify="space-between" wrap="wrap">
      <Text>
        {words.pause}: {pausedUntil === null ? words.noPause : words.pausedUntil(calendarDay(pausedUntil))}
      </Text>
      {may.edit && (
        <Button variant="default" size="xs" onClick={open}>
          {words.edit}
        </Button>
      )}
      <Modal
        opened={opened}
        onClose={close}
        title={words.pause}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            pausing.mutate(until);
          }}
        >
          <Stack>
            <Problem error={pausing.error} />
            <TextInput
              type="date"
              label={words.pauseUntil}
              value={until}
              required
              onChange={({ currentTarget }) => setUntil(currentTarget.value)}
            />
            <Group justify="flex-end">
              {pausedUntil !== null && (
                <Button variant="default" onClick={() => pausing.mutate(null)}>
                  {words.endPause}
                </Button>
              )}
              <Button type="submit" loading={pausing.isPending}>
                {shellWords.save}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Group>
  );
}
