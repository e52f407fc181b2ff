import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleWords, personWords as words } from '../../../../texts/panel/people.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { roleNames } from '../../../../texts/roles.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { dayOf } from '../../parts/when.ts';
import type { Card, PartProps } from './person-page.tsx';

type Post = Card['appointments'][number];

export function PersonPosts(part: PartProps) {
  const { card, may } = part;
  return (
    <SectionCard title={words.posts} acts={may.appoint.length > 0 && <Appoint {...part} />}>
      {card.appointments.length === 0 && <Text c="dimmed">{words.noPosts}</Text>}
      {card.appointments.map((post) => (
        <PostLine key={`${post.role} ${post.organizationId} ${post.since}`} {...part} post={post} />
      ))}
    </SectionCard>
  );
}

function PostLine({ card, may, again, post }: PartProps & { post: Post }) {
  const { role, organizationId, organizationName, since, endedAt } = post;
  const dismissing = useMutation({
    mutationFn: () =>
      ask(
        client.DELETE('/api/people/{id}/appointments', {
          params: { path: { id: card.id }, query: { role, organizationId } },
        }),
      ),
    onSuccess: again,
  });
  const days = endedAt === null ? words.since(dayOf(since)) : words.until(dayOf(endedAt));
  return (
    <div>
      <Group justify="space-between">
        <Text {...(endedAt !== null && { c: 'dimmed' })}>
          {roleNames[role]} — {organizationName}, {days}
        </Text>
        {endedAt === null && may.appoint.includes(role) && (
          <ConfirmButton
            label={words.dismiss}
            warning={words.dismissWarning(roleNames[role], organizationName)}
            confirm={words.dismiss}
            variant="subtle"
            color="red"
            size="compact-sm"
            onConfirm={() => dismissing.mutateAsync()}
          />
        )}
      </Group>
      <Problem error={dismissing.error} />
    </div>
  );
}

function Appoint(part: PartProps) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {words.appoint}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.appoint}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {opened && <AppointForm {...part} onDone={close} />}
      </Modal>
    </>
  );
}

function AppointForm({ card, may, again, onDone }: PartProps & { onDone: () => void }) {
  const [role, setRole] = useState(may.appoint[0] ?? 'mentor');
  const [organizationId, setOrganization] = useState<string | null>(
    card.appointments.find(({ endedAt }) => endedAt === null)?.organizationId ?? null,
  );
  const appointing = useMutation({
    mutationFn: (place: string) =>
      ask(
        client.POST('/api/people/{id}/appointments', {
          params: { path: { id: card.id } },
          body: { role, organizationId: place },
        }),
      ),
    onSuccess: async () => {
      await again();
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (organizationId !== null) appointing.mutate(organizationId);
      }}
    >
      <Stack>
        <Problem error={appointing.error} />
        <NativeSelect
          label={peopleWords.role}
          value={role}
          data={may.appoint.map((value) => ({ value, label: roleNames[value] }))}
          onChange={({ currentTarget }) => setRole(currentTarget.value as typeof role)}
        />
        <OrganizationSelect
          label={peopleWords.organization}
          value={organizationId}
          onChange={setOrganization}
          required
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shellWords.cancel}
          </Button>
          <Button type="submit" loading={appointing.isPending}>
            {words.appoint}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
