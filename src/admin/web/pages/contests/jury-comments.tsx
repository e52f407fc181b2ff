import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { juryWatchWords as words } from '../../../../texts/panel/jury-watch.ts';
import { ask, client } from '../../client.ts';
import { Waiting } from '../../parts/waiting.tsx';

/** What the jury wrote about a work; asked for when it is opened. */
export function JuryComments({ contestId, entryId }: { contestId: string; entryId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Text span size="xs">
          {words.comments}
        </Text>
      </summary>
      {isOpen && <Comments contestId={contestId} entryId={entryId} />}
    </details>
  );
}

function Comments({ contestId, entryId }: { contestId: string; entryId: string }) {
  const found = useQuery({
    queryKey: ['contest', contestId, 'sheets', entryId],
    queryFn: () =>
      ask(client.GET('/api/contests/{id}/jury/{entryId}', { params: { path: { id: contestId, entryId } } })),
  });
  return (
    <Waiting query={found}>
      {({ items }) => {
        const written = items.filter(({ comment }) => comment !== '');
        if (written.length === 0) return <Text size="sm">{words.noComments}</Text>;
        return written.map(({ jurorId, name, comment }) => (
          <Text key={jurorId} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {name}: {comment}
          </Text>
        ));
      }}
    </Waiting>
  );
}
