import { Anchor, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { peopleWords, doubleWords as words } from '../../../../texts/panel/people.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client } from '../../client.ts';
import { fullNameOf } from '../../parts/person-name.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';

const shown = 20;

/** People to compare a double with. */
export function Candidates({ doubleId }: { doubleId: string }) {
  const [q, setQ] = useState('');
  const people = useQuery({
    queryKey: ['people', 'candidates', q],
    enabled: q !== '',
    queryFn: () => ask(client.GET('/api/people', { params: { query: { q, size: shown } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack>
      <SearchBox q={q} onSearch={setQ} label={peopleWords.search} />
      {q !== '' && (
        <Waiting query={people}>
          {({ items }) => (
            <Stack gap="xs" role="status">
              {items.length === 0 && <Text c="dimmed">{shellWords.nothingFound}</Text>}
              {items
                .filter(({ id }) => id !== doubleId)
                .map((person) => (
                  <div key={person.id}>
                    <Anchor component={Link} href={`/people/${doubleId}/double/${person.id}`}>
                      {words.compare}: {fullNameOf(person)}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {person.appointments.map(({ organizationName }) => organizationName).join(', ')}
                    </Text>
                  </div>
                ))}
            </Stack>
          )}
        </Waiting>
      )}
    </Stack>
  );
}
