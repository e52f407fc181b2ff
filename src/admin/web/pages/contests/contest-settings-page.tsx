import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { settingWords as words } from '../../../../texts/panel/contest-settings.ts';
import { answered, client } from '../../client.ts';
import { type Conflict, ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import { say } from '../../parts/say.ts';
import { useMay } from '../../self.ts';
import { AboutPart } from './about-part.tsx';
import { ContestFrame } from './contest-frame.tsx';
import { ContestPreview } from './contest-preview.tsx';
import { type Contest, type ContestSettings, useContestRefresh } from './contest-types.ts';
import { CriteriaPart } from './criteria-part.tsx';
import { DatesPart } from './dates-part.tsx';
import { AwardsPart, JuryPart } from './last-parts.tsx';
import { NominationsPart } from './nominations-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { ResultsPart } from './results-part.tsx';
import { labels, shownValue } from './settings-conflict.ts';
import { WorkPart } from './work-part.tsx';

/** Everything that is set of a contest, on one page. */
export function ContestSettingsPage() {
  return (
    <ContestFrame>
      {(contest, version) => <SettingsForm key={contest.id} contest={contest} version={version} />}
    </ContestFrame>
  );
}

function SettingsForm({ contest, version }: { contest: Contest; version: string }) {
  const { id, kind, stage, may, isScored } = contest;
  const readOnly = !useMay('contests:write') || !may.edit;
  const refresh = useContestRefresh(id);
  // What is being filled in outlives what others save meanwhile: they meet when it is saved.
  const [upon, setUpon] = useState(version);
  const [form, setForm] = useState<ContestSettings>(contest.settings);
  const [conflict, setConflict] = useState<Conflict<ContestSettings> | null>(null);
  const saving = useMutation({
    mutationFn: (expected: string) =>
      answered(
        client.PUT('/api/contests/{id}', {
          params: { path: { id } },
          headers: { 'if-match': expected },
          body: form,
        }),
      ),
    onSuccess: async (saved) => {
      setUpon(saved.version);
      setForm(saved.data.settings);
      say(words.saved);
      await refresh();
    },
    onError: (error) => setConflict(conflictIn<ContestSettings>(error)),
  });
  const set = (change: Partial<ContestSettings>) => setForm((before) => ({ ...before, ...change }));
  const fields = { form, set, kind, readOnly, error: saving.error };
  const isDraft = stage === 'draft';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(upon);
      }}
    >
      <Stack maw={820}>
        {readOnly && <Alert>{words.readOnly}</Alert>}
        <AboutPart {...fields} />
        <PeoplePart {...fields} />
        <NominationsPart {...fields} />
        <DatesPart
          {...fields}
          hasBegun={!isDraft && stage !== 'announced'}
          hasClosed={!isDraft && stage !== 'announced' && stage !== 'open'}
        />
        <WorkPart {...fields} />
        <CriteriaPart {...fields} frozen={isScored} />
        <JuryPart {...fields} />
        <ResultsPart {...fields} />
        <AwardsPart {...fields} />
        <ContestPreview kind={kind} form={form} />
        {conflict === null && <Problem error={saving.error} />}
        {!readOnly && (
          <Group>
            <Button type="submit" loading={saving.isPending}>
              {words.save}
            </Button>
          </Group>
        )}
      </Stack>
      <ConflictDialog<ContestSettings>
        conflict={conflict}
        mine={form}
        labels={labels}
        shown={shownValue}
        onTakeTheirs={() => {
          if (conflict !== null) {
            setUpon(conflict.version);
            setForm(conflict.current);
          }
          setConflict(null);
          void refresh();
        }}
        onKeepMine={(expected) => {
          setConflict(null);
          saving.mutate(expected);
        }}
      />
    </form>
  );
}
