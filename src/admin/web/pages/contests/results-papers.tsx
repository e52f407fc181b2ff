import { Anchor, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contestResultsWords as words } from '../../../../texts/panel/contest-results.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { type Results, useResultsAct } from './results-types.ts';

/** The spreadsheet at any time, the protocol once the places stand. */
export function ResultsPapers({ results, may }: { results: Results; may: boolean }) {
  const { contestId, hasProtocol, isStored } = results;
  return (
    <SectionCard title={words.papers}>
      <Group>
        <Anchor href={`/api/contests/${contestId}/results/sheets`} download>
          {words.sheetFile}
        </Anchor>
        {hasProtocol && (
          <Anchor href={`/api/contests/${contestId}/results/protocol`} download>
            {words.protocolFile}
          </Anchor>
        )}
      </Group>
      {may && isStored && <ProtocolForm results={results} />}
    </SectionCard>
  );
}

function ProtocolForm({ results: { contestId, jurors, rules } }: { results: Results }) {
  const [number, setNumber] = useState('');
  const [heldOn, setHeldOn] = useState('');
  const [absent, setAbsent] = useState<string[]>([]);
  const [secretary, setSecretary] = useState({ name: '', post: '' });
  const making = useResultsAct(contestId, () =>
    ask(
      client.POST('/api/contests/{id}/results/protocol', {
        params: { path: { id: contestId } },
        body: {
          number: number.trim() === '' ? null : number,
          heldOn: heldOn === '' ? null : heldOn,
          absent,
          secretary: secretary.name.trim() === '' ? null : secretary,
        },
      }),
    ),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate(undefined);
      }}
    >
      <Stack gap="sm" maw={640}>
        <Problem error={making.error} />
        <Text size="sm" c="dimmed">
          {words.protocolHint}
        </Text>
        <Group align="flex-end">
          <TextInput
            label={words.number}
            maxLength={40}
            value={number}
            onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.heldOn}
            value={heldOn}
            onChange={({ currentTarget }) => setHeldOn(currentTarget.value)}
          />
        </Group>
        <Group align="flex-end">
          <TextInput
            label={words.secretary}
            maxLength={200}
            value={secretary.name}
            onChange={({ currentTarget: { value } }) => setSecretary({ ...secretary, name: value })}
          />
          <TextInput
            label={words.secretaryPost}
            maxLength={200}
            value={secretary.post}
            onChange={({ currentTarget: { value } }) => setSecretary({ ...secretary, post: value })}
          />
        </Group>
        {rules.by !== 'activity' && (
          <Checkbox.Group label={words.absent} value={absent} onChange={setAbsent}>
            <Stack gap={6} mt={6}>
              {jurors.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Group>
          <Button type="submit" variant="default" loading={making.isPending}>
            {words.makeProtocol}
          </Button>
          <Text size="sm" role="status">
            {making.isSuccess ? words.protocolMade : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
