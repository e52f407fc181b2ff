import { Stack } from '@mantine/core';
import { ContestFrame } from './contest-frame.tsx';
import { EntryCounts } from './entry-counts.tsx';

/** One contest at a glance. */
export function ContestPage() {
  return (
    <ContestFrame>
      {(contest) => (
        <Stack>
          <EntryCounts contest={contest} />
        </Stack>
      )}
    </ContestFrame>
  );
}
