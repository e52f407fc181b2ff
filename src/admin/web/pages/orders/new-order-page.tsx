import { Anchor, Button, Checkbox, Group, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { formText } from '../../../../texts/panel/pairs.ts';
import type { paths } from '../../api-types.ts';
import { ask, client, newKey } from '../../client.ts';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { dayOf } from './order-types.ts';
import { waitingKey } from './waiting-pairs.tsx';

type Candidate =
  paths['/api/orders/candidates']['get']['responses'][200]['content']['application/json']['pairs'][number];

/** Which pairs of which organization go into a new order. */
export function NewOrderPage() {
  const [params, setParams] = useSearchParams();
  const organizationId = params.get('organizationId');
  const waiting = useQuery({ queryKey: waitingKey, queryFn: () => ask(client.GET('/api/orders/waiting')) });
  return (
    <>
      <PageHead title={words.newTitle} hint={words.newHint}>
        <Anchor component={Link} href="/orders">
          {words.back}
        </Anchor>
      </PageHead>
      <Waiting query={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.nothingWaits} hint={words.nothingWaitsHint} />
          ) : (
            <Stack maw={720}>
              <Select
                label={words.chooseOrganization}
                required
                searchable
                value={organizationId}
                onChange={(value) => setParams(value === null ? {} : { organizationId: value })}
                data={items.map((each) => ({
                  value: each.organizationId,
                  label: words.waiting(each.organizationName, each.pairs),
                }))}
              />
              {organizationId !== null && (
                <ChoosePairs key={organizationId} organizationId={organizationId} />
              )}
            </Stack>
          )
        }
      </Waiting>
    </>
  );
}

function ChoosePairs({ organizationId }: { organizationId: string }) {
  const candidates = useQuery({
    queryKey: ['order-candidates', organizationId],
    queryFn: () => ask(client.GET('/api/orders/candidates', { params: { query: { organizationId } } })),
  });
  return (
    <Waiting query={candidates}>
      {({ pairs }) =>
        pairs.length === 0 ? (
          <Empty title={words.nothingWaits} hint={words.nothingWaitsHint} />
        ) : (
          <PairForm organizationId={organizationId} pairs={pairs} />
        )
      }
    </Waiting>
  );
}

function PairForm({ organizationId, pairs }: { organizationId: string; pairs: readonly Candidate[] }) {
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<string[]>(pairs.map(({ id }) => id));
  const [key, setKey] = useState(newKey);
  const creating = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/orders', {
          headers: { 'idempotency-key': key },
          body: { organizationId, pairIds: chosen },
        }),
      ),
    onSuccess: ({ id }) => go(`/orders/${id}`),
  });
  const choose = (ids: string[]) => {
    setChosen(ids);
    setKey(newKey());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        creating.mutate();
      }}
    >
      <Stack>
        <Problem error={creating.error} />
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => choose(pairs.map(({ id }) => id))}>
            {words.all}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => choose([])}>
            {words.none}
          </Button>
        </Group>
        <Checkbox.Group label={words.choosePairs} value={chosen} onChange={choose}>
          <Stack gap="xs" mt="xs">
            {pairs.map(({ id, mentor, mentees, form, fromOn, toOn }) => (
              <Checkbox
                key={id}
                value={id}
                label={`${mentor} → ${mentees.join(', ')}`}
                description={`${formText(form)}, ${words.term(dayOf(fromOn), dayOf(toOn))}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group>
          <Button type="submit" disabled={chosen.length === 0} loading={creating.isPending}>
            {words.makeDraft}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
