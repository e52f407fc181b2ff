import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { diplomaWords as words } from '../../../../texts/panel/diplomas.ts';
import { ErrandProgress, type ErrandView } from '../../parts/errand-progress.tsx';
import { useMay } from '../../self.ts';
import { AwardPart } from './award-part.tsx';
import { registerKey } from './award-types.ts';
import { ContestFrame } from './contest-frame.tsx';
import type { Contest } from './contest-types.ts';
import { DiplomaRegister } from './diploma-register.tsx';

/** Whom papers of a contest are given to, and those that were given. */
export function DiplomasPage() {
  return <ContestFrame>{(contest) => <Diplomas contest={contest} />}</ContestFrame>;
}

/** Papers follow from results; of an event from who came. */
function isAwardable({ stage, kind }: Contest): boolean {
  return stage === 'checked' || stage === 'published' || (kind === 'event' && stage === 'judging');
}

function Diplomas({ contest }: { contest: Contest }) {
  const may = useMay('contests:write');
  const [errandId, setErrandId] = useState<string | null>(null);
  return (
    <Stack>
      {errandId !== null && (
        <ErrandProgress key={errandId} id={errandId} title={words.giving}>
          {(errand) => <Outcome errand={errand} />}
        </ErrandProgress>
      )}
      {may && isAwardable(contest) && <AwardPart contestId={contest.id} onOrdered={setErrandId} />}
      <DiplomaRegister contestId={contest.id} onOrdered={setErrandId} />
    </Stack>
  );
}

/** What came of it; the register says so, too. */
function Outcome({ errand: { kind, facts } }: { errand: ErrandView }) {
  const cache = useQueryClient();
  useEffect(() => {
    void cache.invalidateQueries({ queryKey: registerKey });
  }, [cache]);
  return kind === 'diplomas' ? words.given(facts) : null;
}
