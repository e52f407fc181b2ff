import {
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dayText } from '../../../../texts/dates.ts';
import { pairCardWords as words } from '../../../../texts/panel/pairs.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client, newKey } from '../../client.ts';
import { faultOf, Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useSelf } from '../../self.ts';
import { type Meeting, pairsKey, useRenewPairs } from './pair-data.ts';

/** The log of meetings. */
export function PairMeetings({ id, mayAdd }: { id: string; mayAdd: boolean }) {
  const [opened, { open, close }] = useDisclosure(false);
  const meetings = useQuery({
    queryKey: [...pairsKey, 'meetings', id],
    queryFn: () => ask(client.GET('/api/pairs/{id}/meetings', { params: { path: { id } } })),
  });
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {words.meetings}
        </Title>
        {mayAdd && (
          <Button size="xs" variant="default" onClick={open}>
            {words.addMeeting}
          </Button>
        )}
      </Group>
      <Waiting query={meetings}>
        {(found) =>
          found.length === 0 ? (
            <Text c="dimmed">{words.noMeetings}</Text>
          ) : (
            <Stack component="ul" gap={4} className="plain-list">
              {found.map((meeting) => (
                <Text component="li" key={meeting.id} className="breaking">
                  {meetingLine(meeting)}
                </Text>
              ))}
            </Stack>
          )
        }
      </Waiting>
      <Modal
        opened={opened}
        onClose={close}
        title={words.addMeeting}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        <MeetingForm id={id} onClose={close} />
      </Modal>
    </section>
  );
}

function meetingLine({ on, topic, outcome, mark, confirmedAt }: Meeting): string {
  const how = outcome === 'moved' ? words.movedMeeting : mark === null ? '' : `${mark} из 5`;
  const parts = [topic, how, confirmedAt === null ? '' : words.confirmed].filter((part) => part !== '');
  return `${dayText(on)} — ${parts.join(', ')}`;
}

function MeetingForm({ id, onClose }: { id: string; onClose: () => void }) {
  const today = useSelf().data?.today ?? '';
  const [draft, setDraft] = useState({
    on: today,
    topic: '',
    outcome: 'held' as Meeting['outcome'],
    mark: null as number | null,
  });
  const set = (changed: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changed }));
  const renew = useRenewPairs();
  const key = useRef(newKey());
  const adding = useMutation({
    mutationFn: () => {
      const headers = { 'idempotency-key': key.current };
      return ask(client.POST('/api/pairs/{id}/meetings', { params: { path: { id } }, headers, body: draft }));
    },
    onSuccess: async () => {
      await renew();
      onClose();
    },
  });
  return (
    <Stack>
      <Problem error={adding.error} />
      <TextInput
        type="date"
        label={words.meetingOn}
        max={today}
        value={draft.on}
        error={faultOf(adding.error, 'on')}
        onChange={({ currentTarget }) => set({ on: currentTarget.value })}
      />
      <TextInput
        label={words.meetingTopic}
        value={draft.topic}
        maxLength={300}
        error={faultOf(adding.error, 'topic')}
        onChange={({ currentTarget }) => set({ topic: currentTarget.value })}
      />
      <SegmentedControl
        aria-label={words.outcome}
        value={draft.outcome}
        data={[
          { value: 'held', label: words.held },
          { value: 'moved', label: words.movedMeeting },
        ]}
        onChange={(value) => set({ outcome: value as Meeting['outcome'] })}
      />
      {draft.outcome === 'held' && (
        <NumberInput
          label={words.meetingMark}
          min={1}
          max={5}
          allowDecimal={false}
          value={draft.mark ?? ''}
          onChange={(value) => set({ mark: typeof value === 'number' ? value : null })}
        />
      )}
      <Button loading={adding.isPending} onClick={() => adding.mutate()}>
        {shellWords.save}
      </Button>
    </Stack>
  );
}
