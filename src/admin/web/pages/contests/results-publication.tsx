import { Button, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contestResultsWords as words } from '../../../../texts/panel/contest-results.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { ErrandProgress } from '../../parts/errand-progress.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { type Results, useResultsAct } from './results-types.ts';

type Preview =
  paths['/api/contests/{id}/results/publication']['get']['responses'][200]['content']['application/json'];
type PostWay = keyof typeof words.posts;

/** What becomes public, for whom, and the telling of everybody. */
export function ResultsPublication({ results: { contestId, stage } }: { results: Results }) {
  const [errandId, setErrandId] = useState<string | null>(null);
  const preview = useQuery({
    queryKey: ['contest', contestId, 'publication'],
    queryFn: () =>
      ask(client.GET('/api/contests/{id}/results/publication', { params: { path: { id: contestId } } })),
  });
  const telling = useResultsAct(contestId, () =>
    ask(client.POST('/api/contests/{id}/results/notices', { params: { path: { id: contestId } } })),
  );
  return (
    <SectionCard title={words.publication}>
      <Waiting query={preview}>
        {(shown) => (
          <>
            <Text>{words.publicationHint(shown.works, shown.people, shown.reachable)}</Text>
            <Text size="sm">{words.named(shown.namedOnSite, shown.namedInVk, shown.people)}</Text>
            <Text size="sm">{shown.showsComments ? words.commentsShown : words.commentsHidden}</Text>
            {stage === 'checked' && (
              <PublishForm contestId={contestId} preview={shown} onBegun={setErrandId} />
            )}
          </>
        )}
      </Waiting>
      {errandId !== null && (
        <ErrandProgress id={errandId} title={words.telling}>
          {({ facts }) => <Text>{words.told(Number(facts.told ?? 0), Number(facts.unreachable ?? 0))}</Text>}
        </ErrandProgress>
      )}
      {stage !== 'checked' && errandId === null && (
        <div>
          <Problem error={telling.error} />
          <Button
            variant="default"
            loading={telling.isPending}
            onClick={() => telling.mutate(undefined, { onSuccess: ({ id }) => setErrandId(id) })}
          >
            {words.tellAgain}
          </Button>
        </div>
      )}
    </SectionCard>
  );
}

type FormProps = { contestId: string; preview: Preview; onBegun: (errandId: string) => void };

function PublishForm({ contestId, preview, onBegun }: FormProps) {
  const [post, setPost] = useState<PostWay>('planned');
  const [text, setText] = useState(preview.post);
  const publishing = useResultsAct(contestId, () =>
    ask(
      client.POST('/api/contests/{id}/results/publication', {
        params: { path: { id: contestId } },
        body: { post, text },
      }),
    ),
  );
  return (
    <Stack gap="sm" maw={640}>
      <Radio.Group label={words.post} value={post} onChange={(value) => setPost(value as PostWay)}>
        <Stack gap={6} mt={6}>
          {(Object.keys(words.posts) as PostWay[]).map((way) => (
            <Radio key={way} value={way} label={words.posts[way]} />
          ))}
        </Stack>
      </Radio.Group>
      {post !== 'none' && (
        <Textarea
          label={words.postText}
          description={words.postTextHint}
          autosize
          minRows={6}
          maxLength={10_000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <div>
        <ConfirmButton
          label={words.publish}
          warning={words.publishWarning(preview.people)}
          confirm={words.publish}
          onConfirm={() => publishing.mutateAsync(undefined).then(({ id }) => onBegun(id))}
        >
          <Problem error={publishing.error} />
        </ConfirmButton>
      </div>
    </Stack>
  );
}
