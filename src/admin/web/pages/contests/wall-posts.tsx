import { Anchor, Button, CopyButton, Group, Paper, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { wallWords as words } from '../../../../texts/panel/contest-overview.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { type Contest, useContestRefresh } from './contest-types.ts';

type Post = Contest['posts'][number];
const byHand: readonly Post['state'][] = ['by-hand', 'failed', 'uncertain'];

/** What is to stand on the community's wall; put there by us, or by hand with the text at hand. */
export function WallPosts({ contest, may }: { contest: Contest; may: boolean }) {
  return contest.posts.map((post) => (
    <SectionCard key={post.occasion} title={words.titles[post.occasion]}>
      <Text size="sm" role="status">
        {words.states[post.state]}
      </Text>
      {post.link !== null && (
        <Anchor href={post.link} target="_blank" rel="noreferrer">
          {words.open}
        </Anchor>
      )}
      {may && byHand.includes(post.state) && <ByHand contestId={contest.id} post={post} />}
    </SectionCard>
  ));
}

function ByHand({ contestId, post: { occasion, text } }: { contestId: string; post: Post }) {
  const [link, setLink] = useState('');
  const refresh = useContestRefresh(contestId);
  const noting = useMutation({
    mutationFn: () =>
      ask(
        client.PUT('/api/contests/{id}/posts/{occasion}', {
          params: { path: { id: contestId, occasion } },
          body: { link },
        }),
      ),
    onSuccess: refresh,
  });
  return (
    <>
      <Paper withBorder p="sm">
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      </Paper>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" w="fit-content" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          noting.mutate();
        }}
      >
        <Problem error={noting.error} />
        <Group align="flex-end">
          <TextInput
            label={words.link}
            description={words.linkHint}
            required
            maxLength={500}
            miw={280}
            value={link}
            onChange={({ currentTarget }) => setLink(currentTarget.value)}
          />
          <Button type="submit" loading={noting.isPending}>
            {words.done}
          </Button>
        </Group>
      </form>
    </>
  );
}
