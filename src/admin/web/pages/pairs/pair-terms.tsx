import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { dayText } from '../../../../texts/dates.ts';
import { pairCardWords as words } from '../../../../texts/panel/pairs.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client } from '../../client.ts';
import { ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { faultOf, Problem } from '../../parts/problem.tsx';
import { type Terms, useRenewPairs } from './pair-data.ts';

type Props = { id: string; terms: Terms; version: string; mayWrite: boolean };

/** Term and goal, as they are or being changed. */
export function PairTerms(props: Props) {
  const [edits, setEdits] = useState(false);
  const { terms, mayWrite } = props;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {words.terms}
      </Title>
      {edits ? (
        <TermsForm {...props} onClose={() => setEdits(false)} />
      ) : (
        <Stack gap="xs" align="flex-start">
          <Text>
            {dayText(terms.fromOn)} – {dayText(terms.toOn)}
          </Text>
          {terms.goal !== '' && (
            <Text className="breaking">
              {words.goal}: {terms.goal}
            </Text>
          )}
          {mayWrite && (
            <Button size="xs" variant="default" onClick={() => setEdits(true)}>
              {words.edit}
            </Button>
          )}
        </Stack>
      )}
    </section>
  );
}

function TermsForm({ id, terms, version, onClose }: Props & { onClose: () => void }) {
  const [draft, setDraft] = useState(terms);
  const set = (changed: Partial<Terms>) => setDraft((before) => ({ ...before, ...changed }));
  const renew = useRenewPairs();
  const saving = useMutation({
    mutationFn: (upon: string) =>
      ask(
        client.PATCH('/api/pairs/{id}', {
          params: { path: { id } },
          headers: { 'if-match': upon },
          body: draft,
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: words.termsSaved });
      await renew();
      onClose();
    },
  });
  const conflict = conflictIn<Terms>(saving.error);
  return (
    <Stack maw={640}>
      {conflict === null && <Problem error={saving.error} />}
      <ConflictDialog
        conflict={conflict}
        mine={draft}
        labels={{ fromOn: words.from, toOn: words.to, goal: words.goal }}
        onTakeTheirs={() => void renew().then(onClose)}
        onKeepMine={(upon) => saving.mutate(upon)}
      />
      <Group grow>
        <TextInput
          type="date"
          label={words.from}
          value={draft.fromOn}
          error={faultOf(saving.error, 'fromOn')}
          onChange={({ currentTarget }) => set({ fromOn: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.to}
          value={draft.toOn}
          error={faultOf(saving.error, 'toOn')}
          onChange={({ currentTarget }) => set({ toOn: currentTarget.value })}
        />
      </Group>
      <Textarea
        label={words.goal}
        value={draft.goal}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => set({ goal: currentTarget.value })}
      />
      <Group>
        <Button loading={saving.isPending} onClick={() => saving.mutate(version)}>
          {shellWords.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {shellWords.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
