import { Alert, List, Stack } from '@mantine/core';
import { overviewOfContest as words } from '../../../../texts/panel/contest-overview.ts';
import { lackWords } from '../../../../texts/panel/contest-problems.ts';
import { useMay } from '../../self.ts';
import { AnnounceForm } from './announce-form.tsx';
import { ContestEnding } from './contest-ending.tsx';
import { ContestFiles } from './contest-files.tsx';
import { ContestFrame } from './contest-frame.tsx';
import { ContestItem } from './contest-item.tsx';
import { EntryCounts } from './entry-counts.tsx';
import { WallPosts } from './wall-posts.tsx';

/** One contest at a glance, and its next step. */
export function ContestPage() {
  const may = useMay('contests:write');
  return (
    <ContestFrame>
      {(contest) => (
        <Stack maw={820}>
          {contest.lacks.length > 0 && (
            <Alert title={words.lacks}>
              <List size="sm">
                {contest.lacks.map((lack) => (
                  <List.Item key={lack}>{lackWords[lack]}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          {may && contest.may.announce && contest.lacks.length === 0 && <AnnounceForm contest={contest} />}
          {contest.stage !== 'draft' && <EntryCounts contest={contest} />}
          <ContestItem contest={contest} />
          <WallPosts contest={contest} may={may} />
          <ContestFiles contest={contest} may={may} />
          {may && <ContestEnding contest={contest} />}
        </Stack>
      )}
    </ContestFrame>
  );
}
