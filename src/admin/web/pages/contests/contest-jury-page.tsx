import { Button, Checkbox, Group, MultiSelect, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { juryWords as words } from '../../../../texts/panel/contest-overview.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PersonSelect } from '../../parts/person-select.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useMay } from '../../self.ts';
import { ContestFrame } from './contest-frame.tsx';
import { type Contest, useContestRefresh } from './contest-types.ts';

type Juror = Contest['jury'][number];

/** Who judges, and which nominations. */
export function ContestJuryPage() {
  const mayWrite = useMay('contests:write');
  return (
    <ContestFrame>
      {(contest) => {
        const may = mayWrite && contest.may['edit-jury'];
        return (
          <Stack maw={820}>
            {contest.jury.length === 0 && <Empty title={words.empty} hint={words.emptyHint} />}
            {contest.jury.map((juror) => (
              <OneJuror key={juror.personId} contest={contest} juror={juror} may={may} />
            ))}
            {may && <AddJuror contest={contest} />}
          </Stack>
        );
      }}
    </ContestFrame>
  );
}

function usePutJuror(contestId: string) {
  const refresh = useContestRefresh(contestId);
  return useMutation({
    mutationFn: ({
      personId,
      isChair,
      nominationIds,
    }: Pick<Juror, 'personId' | 'isChair' | 'nominationIds'>) =>
      ask(
        client.PUT('/api/contests/{id}/jury/{personId}', {
          params: { path: { id: contestId, personId } },
          body: { isChair, nominationIds },
        }),
      ),
    onSettled: refresh,
  });
}

function OneJuror({ contest, juror, may }: { contest: Contest; juror: Juror; may: boolean }) {
  const { id, settings } = contest;
  const { personId, name, organizations } = juror;
  const putting = usePutJuror(id);
  // What was chosen is shown while it is on its way.
  const { isChair, nominationIds } = putting.isPending ? putting.variables : juror;
  const refresh = useContestRefresh(id);
  const removing = useMutation({
    mutationFn: () =>
      ask(client.DELETE('/api/contests/{id}/jury/{personId}', { params: { path: { id, personId } } })),
    onSettled: refresh,
  });
  const nominations = settings.nominations.flatMap(({ id: value, title }) =>
    value === null ? [] : [{ value, label: title }],
  );
  return (
    <Paper component="section" aria-label={name} withBorder p="md">
      <Stack gap="xs">
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {organizations.join(', ')}
          </Text>
        </div>
        <Problem error={putting.error ?? removing.error} />
        <Checkbox
          label={words.chair}
          checked={isChair}
          disabled={!may || putting.isPending}
          onChange={({ currentTarget }) =>
            putting.mutate({ personId, nominationIds, isChair: currentTarget.checked })
          }
        />
        {nominations.length > 1 && (
          <MultiSelect
            label={words.nominations}
            placeholder={nominationIds === null ? words.allNominations : ''}
            data={nominations}
            value={nominationIds ?? []}
            readOnly={!may}
            clearable={may}
            onChange={(ids) =>
              putting.mutate({ personId, isChair, nominationIds: ids.length === 0 ? null : ids })
            }
          />
        )}
        {may && (
          <Group>
            <ConfirmButton
              label={words.removeOf(name)}
              warning={words.removeWarning}
              confirm={words.removeConfirm}
              variant="subtle"
              color="red"
              size="compact-sm"
              onConfirm={() => removing.mutateAsync()}
            />
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function AddJuror({ contest }: { contest: Contest }) {
  const [personId, setPersonId] = useState<string | null>(null);
  const putting = usePutJuror(contest.id);
  return (
    <SectionCard title={words.add}>
      <Text size="sm" c="dimmed">
        {words.addHint}
      </Text>
      <Problem error={putting.error} />
      <Group align="flex-end">
        <PersonSelect label={words.person} value={personId} onChange={setPersonId} />
        <Button
          disabled={personId === null}
          loading={putting.isPending}
          onClick={() =>
            personId !== null &&
            putting.mutate(
              { personId, isChair: false, nominationIds: null },
              { onSuccess: () => setPersonId(null) },
            )
          }
        >
          {words.addButton}
        </Button>
      </Group>
    </SectionCard>
  );
}
