import { Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { contestLimits } from '../../../../domain/contests/contest-settings.ts';
import { announceWords as words } from '../../../../texts/panel/contest-overview.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { say } from '../../parts/say.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { useMay } from '../../self.ts';
import { AudienceFields } from '../messages/audience-fields.tsx';
import { bodyOf, emptyForm, type MailingForm } from '../messages/mailing-data.ts';
import { announcementOf } from './contest-preview.tsx';
import { type Contest, useContestRefresh, useZone } from './contest-types.ts';

/** Whom most contests are for, where theirs does not say. */
const usualRoles = ['mentor', 'mentee', 'curator'];

/** The last look before everybody knows: what goes onto the wall, and to whom a message. */
export function AnnounceForm({ contest }: { contest: Contest }) {
  const { id, kind, settings } = contest;
  const zone = useZone();
  const mayWrite = useMay('messages:write');
  const refresh = useContestRefresh(id);
  const [text, setText] = useState(() => announcementOf(kind, settings, zone));
  const [withPost, setWithPost] = useState(true);
  const [withMailing, setWithMailing] = useState(mayWrite);
  const [send, setSend] = useState(false);
  const [group, setGroup] = useState<MailingForm>({
    ...emptyForm,
    roles: settings.terms.roles.length === 0 ? usualRoles : [...settings.terms.roles],
    organizationIds: settings.terms.organizationIds ?? [],
  });
  const announcing = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/contests/{id}/announcement', {
          params: { path: { id } },
          body: {
            post: withPost ? text : null,
            mailing: withMailing ? { text, audience: bodyOf(group).audience, send } : null,
          },
        }),
      ),
    onSuccess: async ({ mailingId }) => {
      say(mailingId === null || send ? words.announced : words.announcedWithDraft);
      await refresh();
    },
  });
  return (
    <SectionCard title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          announcing.mutate();
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
          <Textarea
            label={words.text}
            description={words.textHint}
            autosize
            minRows={6}
            required
            maxLength={contestLimits.announcement}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Checkbox
            label={words.post}
            description={words.postHint}
            checked={withPost}
            onChange={({ currentTarget }) => setWithPost(currentTarget.checked)}
          />
          {mayWrite && (
            <Checkbox
              label={words.mailing}
              description={words.mailingHint}
              checked={withMailing}
              onChange={({ currentTarget }) => setWithMailing(currentTarget.checked)}
            />
          )}
          {withMailing && (
            <>
              <AudienceFields
                form={group}
                onChange={(change) => setGroup((before) => ({ ...before, ...change }))}
              />
              <Radio.Group
                label={words.when}
                value={send ? 'now' : 'later'}
                onChange={(value) => setSend(value === 'now')}
              >
                <Stack gap="xs" mt="xs">
                  <Radio value="later" label={words.asDraft} />
                  <Radio value="now" label={words.atOnce} />
                </Stack>
              </Radio.Group>
            </>
          )}
          <Problem error={announcing.error} />
          <Group>
            <Button type="submit" loading={announcing.isPending}>
              {words.announce}
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  );
}
