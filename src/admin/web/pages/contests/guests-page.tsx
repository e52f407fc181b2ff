import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { eventPanelWords as words } from '../../../../texts/panel/contest-event.ts';
import { Empty } from '../../parts/empty.tsx';
import { fullNameOf } from '../../parts/person-name.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { ContestFrame } from './contest-frame.tsx';
import { AddGuest } from './guest-adding.tsx';
import { type Guests, useGuests } from './guests-types.ts';
import { OneGuest } from './one-guest.tsx';

/** Who comes to an event; on the day itself the list at the door. */
export function GuestsPage() {
  return <ContestFrame>{(contest) => <GuestList contestId={contest.id} />}</ContestFrame>;
}

function GuestList({ contestId }: { contestId: string }) {
  const found = useGuests(contestId);
  const mayWrite = useMay('contests:write');
  return (
    <Waiting query={found}>
      {(guests) => (
        <Stack maw={820}>
          <Counts guests={guests} />
          <Group>
            <Anchor href={`/api/contests/${contestId}/calendar`} download>
              {words.calendar}
            </Anchor>
            {mayWrite && (
              <Anchor href={`/api/contests/${contestId}/guests/export`} download>
                {words.export}
              </Anchor>
            )}
          </Group>
          {guests.guests.length === 0 ? (
            <Empty title={words.empty} hint={words.emptyHint} />
          ) : (
            <Door guests={guests} />
          )}
          {guests.may.add && <AddGuest contestId={contestId} />}
        </Stack>
      )}
    </Waiting>
  );
}

function Counts({ guests: { seated, seats, waiting, attended } }: { guests: Guests }) {
  return (
    <Text role="status" fw={600}>
      {[
        words.seats(seated, seats),
        ...(waiting > 0 ? [words.waiting(waiting)] : []),
        ...(attended > 0 ? [words.attended(attended)] : []),
      ].join(' · ')}
    </Text>
  );
}

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** The whole list is here already, so that looking for a name needs no network at the door. */
function Door({ guests: { contestId, guests, may } }: { guests: Guests }) {
  const [q, setQ] = useState('');
  const shown = guests.filter(({ person, teamName }) =>
    plain(`${fullNameOf(person)} ${teamName ?? ''}`).includes(plain(q.trim())),
  );
  return (
    <SectionCard title={words.guests}>
      <Text size="sm" c="dimmed">
        {may.mark ? words.guestsHint : words.tooEarly}
      </Text>
      <TextInput
        type="search"
        size="md"
        label={words.search}
        value={q}
        maxLength={100}
        onChange={({ currentTarget }) => setQ(currentTarget.value)}
      />
      {shown.length === 0 && <Text>{words.nobody}</Text>}
      {shown.map((guest) => (
        <OneGuest key={guest.id} contestId={contestId} guest={guest} may={may} />
      ))}
    </SectionCard>
  );
}
