import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { contestFileWords as words } from '../../../../texts/panel/contest-overview.ts';
import { ask, client } from '../../client.ts';
import { ErrandProgress } from '../../parts/errand-progress.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Contest } from './contest-types.ts';

/** Sends what participants get afterwards; again for files and people that have come since. */
export function MaterialsSending({ contest: { id, kind } }: { contest: Contest }) {
  const [namesOthers, setNamesOthers] = useState(true);
  const sending = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/contests/{id}/materials/sending', {
          params: { path: { id } },
          body: { namesOthers },
        }),
      ),
  });
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {kind === 'event' ? words.sendHint.event : words.sendHint.other}
      </Text>
      <Checkbox
        label={words.namesOthers}
        description={words.namesOthersHint}
        checked={namesOthers}
        onChange={({ currentTarget }) => setNamesOthers(currentTarget.checked)}
      />
      <Problem error={sending.error} />
      <Button
        variant="default"
        size="compact-sm"
        w="fit-content"
        loading={sending.isPending}
        onClick={() => sending.mutate()}
      >
        {words.send}
      </Button>
      {sending.data !== undefined && (
        <ErrandProgress id={sending.data.id} title={words.sending}>
          {({ facts }) => <Text>{words.sent(Number(facts.told ?? 0), Number(facts.unreachable ?? 0))}</Text>}
        </ErrandProgress>
      )}
    </Stack>
  );
}
