import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { eventPanelWords as words } from '../../../../texts/panel/contest-event.ts';
import { ask, client } from '../../client.ts';
import { PersonSelect } from '../../parts/person-select.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useGuestsAct } from './guests-types.ts';

/** Registers somebody who can't do so in the chat. */
export function AddGuest({ contestId }: { contestId: string }) {
  const [personId, setPersonId] = useState<string | null>(null);
  const adding = useGuestsAct(contestId, (id: string) =>
    ask(
      client.POST('/api/contests/{id}/guests', {
        params: { path: { id: contestId } },
        body: { personId: id },
      }),
    ),
  );
  return (
    <SectionCard title={words.add}>
      <Text size="sm" c="dimmed">
        {words.addHint}
      </Text>
      <Problem error={adding.error} />
      <Group align="flex-end">
        <PersonSelect label={words.person} value={personId} onChange={setPersonId} />
        <Button
          disabled={personId === null}
          loading={adding.isPending}
          onClick={() => personId !== null && adding.mutate(personId, { onSuccess: () => setPersonId(null) })}
        >
          {words.addButton}
        </Button>
      </Group>
    </SectionCard>
  );
}
