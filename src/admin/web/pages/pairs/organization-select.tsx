import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { pairPanelWords as words } from '../../../../texts/panel/pairs.ts';
import { ask, client } from '../../client.ts';

/** A city has some dozens: the first hundred are all. */
const query = { size: 100 };

/** For whoever sees the whole city. */
export function OrganizationSelect({
  chosen,
  onChoose,
}: {
  chosen: string | null;
  onChoose: (id: string | null) => void;
}) {
  const organizations = useQuery({
    queryKey: ['organizations', 'choices'],
    queryFn: () => ask(client.GET('/api/organizations', { params: { query } })),
    staleTime: 300_000,
  });
  return (
    <Select
      label={words.organization}
      placeholder={words.everywhere}
      searchable
      clearable
      value={chosen}
      data={(organizations.data?.items ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))}
      onChange={onChoose}
    />
  );
}
