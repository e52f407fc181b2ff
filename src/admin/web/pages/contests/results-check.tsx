import { List, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contestResultsWords as words } from '../../../../texts/panel/contest-results.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { type Results, useResultsAct } from './results-types.ts';

/** Writes the places down, once; what is unfinished needs a reason. */
export function CheckResults({ results: { contestId, unfinished } }: { results: Results }) {
  const { sheets, entries, isActivityOpen } = unfinished;
  const isUnfinished = sheets > 0 || entries > 0 || isActivityOpen;
  const [reason, setReason] = useState('');
  const checking = useResultsAct(contestId, (force: string | null) =>
    ask(
      client.POST('/api/contests/{id}/results/check', {
        params: { path: { id: contestId } },
        body: { force },
      }),
    ),
  );
  return (
    <SectionCard title={isUnfinished ? words.unfinishedTitle : words.check}>
      {isUnfinished && (
        <List size="sm">
          {sheets > 0 && <List.Item>{words.unfinishedSheets(sheets)}</List.Item>}
          {entries > 0 && <List.Item>{words.unfinishedEntries(entries)}</List.Item>}
          {isActivityOpen && <List.Item>{words.activityOpen}</List.Item>}
        </List>
      )}
      <div>
        <ConfirmButton
          label={isUnfinished ? words.checkForced : words.check}
          warning={words.checkWarning}
          confirm={words.check}
          variant={isUnfinished ? 'default' : 'filled'}
          onConfirm={() => checking.mutateAsync(isUnfinished ? reason : null)}
        >
          <Problem error={checking.error} />
          {isUnfinished && (
            <TextInput
              label={words.reason}
              required
              maxLength={500}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
        </ConfirmButton>
      </div>
    </SectionCard>
  );
}
