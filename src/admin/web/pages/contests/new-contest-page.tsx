import { Anchor, Button, Group, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { contestKinds } from '../../../../domain/contests/contest.ts';
import { templateKeys } from '../../../../domain/contests/templates.ts';
import { templateNames } from '../../../../texts/contests/templates.ts';
import { titleOfKind, newContestWords as words } from '../../../../texts/panel/contest-settings.ts';
import { contestWords } from '../../../../texts/panel/contests.ts';
import type { paths } from '../../api-types.ts';
import { ask, client, newKey } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { contestsKey } from './contest-types.ts';

type Source = NonNullable<paths['/api/contests']['post']['requestBody']>['content']['application/json'];

/** From what a contest begins: a template, one held before, or nothing. */
export function NewContestPage() {
  const [, go] = useLocation();
  const [key] = useState(newKey);
  const creating = useMutation({
    mutationFn: (body: Source) =>
      // Another choice is another contest: the key goes with what was chosen.
      ask(
        client.POST('/api/contests', {
          headers: { 'idempotency-key': `${key}-${Object.values(body).join('-')}` },
          body,
        }),
      ),
    onSuccess: ({ id }) => go(`/contests/${id}/settings`),
  });
  const begin = (source: Source) => creating.mutate(source);
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <Anchor component={Link} href="/contests">
          {contestWords.back}
        </Anchor>
      </PageHead>
      <Problem error={creating.error} />
      <Stack>
        <Templates begin={begin} busy={creating.isPending} />
        <Again begin={begin} busy={creating.isPending} />
        <SectionCard title={words.blank}>
          <Text size="sm" c="dimmed">
            {words.blankHint}
          </Text>
          <Group>
            {contestKinds.map((kind) => (
              <Button
                key={kind}
                variant="default"
                disabled={creating.isPending}
                onClick={() => begin({ from: 'blank', kind })}
              >
                {titleOfKind[kind]}
              </Button>
            ))}
          </Group>
        </SectionCard>
      </Stack>
    </>
  );
}

type Props = { begin: (source: Source) => void; busy: boolean };

function Templates({ begin, busy }: Props) {
  return (
    <SectionCard title={words.templates}>
      <Text size="sm" c="dimmed">
        {words.templatesHint}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {templateKeys.map((key) => (
          <Paper key={key} withBorder p="sm">
            <Stack gap="xs" h="100%" justify="space-between">
              <div>
                <Title order={3} size="h5">
                  {templateNames[key].title}
                </Title>
                <Text size="sm">{templateNames[key].hint}</Text>
              </div>
              <Button
                variant="light"
                w="fit-content"
                aria-label={words.takeOf(templateNames[key].title)}
                disabled={busy}
                onClick={() => begin({ from: 'template', key })}
              >
                {words.take}
              </Button>
            </Stack>
          </Paper>
        ))}
      </SimpleGrid>
    </SectionCard>
  );
}

/** Nothing is shown where no contest was held yet. */
function Again({ begin, busy }: Props) {
  const [contestId, setContestId] = useState<string | null>(null);
  const found = useQuery({
    queryKey: [...contestsKey, 'choice'],
    queryFn: () => ask(client.GET('/api/contests', { params: { query: { size: 100, sort: '-closes' } } })),
  });
  const data = (found.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  if (data.length === 0) return null;
  return (
    <SectionCard title={words.again}>
      <Text size="sm" c="dimmed">
        {words.againHint}
      </Text>
      <Group align="flex-end">
        <Select
          label={words.which}
          searchable
          miw={280}
          data={data}
          value={contestId}
          onChange={setContestId}
        />
        <Button
          variant="default"
          disabled={contestId === null || busy}
          onClick={() => contestId !== null && begin({ from: 'copy', contestId })}
        >
          {words.copy}
        </Button>
      </Group>
    </SectionCard>
  );
}
