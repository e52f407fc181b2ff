import { Anchor, List, Paper, Stack, Text } from '@mantine/core';
import { judgingWords as words } from '../../../../texts/panel/judging.ts';
import type { SheetView } from './judging-types.ts';

type Work = SheetView['work'];

/** The work itself, as the juror may see it. */
export function WorkShown({ work, isBlind }: { work: Work; isBlind: boolean }) {
  const { title, nomination, description, authors, organizationName, teamName } = work;
  return (
    <Stack gap="xs">
      {title !== '' && (
        <Text fw={600} size="lg" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Text>
      )}
      <Fact label={words.nomination} value={nomination} />
      <Fact label={words.authors} value={(authors ?? []).join(', ')} />
      <Fact label={words.team} value={teamName ?? ''} />
      <Fact label={words.organization} value={organizationName ?? ''} />
      {description !== '' && <Words label={words.description} text={description} />}
      <LinkOf work={work} isBlind={isBlind} />
      {work.post !== null && <PostShown post={work.post} isBlind={isBlind} />}
      <Files work={work} />
    </Stack>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  if (value === '') return null;
  return (
    <Text size="sm">
      <Text span c="dimmed">
        {label}:{' '}
      </Text>
      {value}
    </Text>
  );
}

function Words({ label, text }: { label: string; text: string }) {
  return (
    <Paper withBorder p="sm" radius="md">
      <Text size="xs" c="dimmed" mb={4}>
        {label}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
    </Paper>
  );
}

function LinkOf({ work: { link }, isBlind }: { work: Work; isBlind: boolean }) {
  if (link === null || !/^https?:/u.test(link)) return null;
  return (
    <>
      <Anchor href={link} target="_blank" rel="noopener noreferrer" py={10}>
        {words.link}
      </Anchor>
      {isBlind && (
        <Text size="xs" c="dimmed">
          {words.linkHint}
        </Text>
      )}
    </>
  );
}

function PostShown({ post, isBlind }: { post: NonNullable<Work['post']>; isBlind: boolean }) {
  const { text, attachments, url } = post;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  return (
    <>
      <Words label={words.post} text={text === '' ? words.noText : text} />
      {attachments.length > 0 && (
        <Fact
          label={words.attachments}
          value={attachments.map((kind) => kinds[kind] ?? words.kinds.other).join(', ')}
        />
      )}
      {url !== null && (
        <Anchor href={url} target="_blank" rel="noopener noreferrer" py={10}>
          {words.openPost}
        </Anchor>
      )}
      {isBlind && (
        <Text size="xs" c="dimmed">
          {words.kept}
        </Text>
      )}
    </>
  );
}

function Files({ work: { entryId, files } }: { work: Work }) {
  if (files.length === 0) return null;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {words.files}
      </Text>
      <List listStyleType="none">
        {files.map(({ id, name }) => (
          <List.Item key={id}>
            <Anchor
              href={`/api/judging/entries/${entryId}/files/${id}`}
              download
              display="inline-block"
              py={10}
            >
              {name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
