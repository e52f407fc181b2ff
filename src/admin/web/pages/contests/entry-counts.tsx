import { Group, Text } from '@mantine/core';
import { entryStates } from '../../../../domain/contests/entry.ts';
import { entryStateWords, contestWords as words } from '../../../../texts/panel/contests.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import type { Contest } from './contest-types.ts';

/** How many works stand where; nothing of what there is none of. */
export function EntryCounts({ contest: { entries } }: { contest: Contest }) {
  const some = entryStates.filter((state) => entries[state] > 0);
  return (
    <SectionCard title={words.entriesTitle}>
      {some.length === 0 ? (
        <Text c="dimmed">{words.noEntries}</Text>
      ) : (
        <Group gap="xl">
          {some.map((state) => (
            <div key={state}>
              <Text size="xl" fw={700}>
                {entries[state]}
              </Text>
              <Text size="sm">{entryStateWords[state]}</Text>
            </div>
          ))}
        </Group>
      )}
    </SectionCard>
  );
}
