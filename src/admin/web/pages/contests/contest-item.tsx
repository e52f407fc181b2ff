import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { overviewOfContest as words } from '../../../../texts/panel/contest-overview.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { useMay } from '../../self.ts';
import type { Contest } from './contest-types.ts';

/** The item of the roadmap that it is held for, with the way to its tasks. */
export function ContestItem({ contest: { item, stage } }: { contest: Contest }) {
  const maySee = useMay('roadmap:read');
  if (item === null || !maySee) return null;
  return (
    <SectionCard title={words.item}>
      <Stack gap="xs">
        <Anchor component={Link} href={`/roadmap/items/${item.id}`}>
          {item.code} {item.title}
        </Anchor>
        {stage === 'draft' ? (
          <Text size="sm" c="dimmed">
            {words.itemDraft}
          </Text>
        ) : (
          <Anchor component={Link} href={`/tasks?item=${item.id}`} size="sm">
            {words.itemTasks}
          </Anchor>
        )}
      </Stack>
    </SectionCard>
  );
}
