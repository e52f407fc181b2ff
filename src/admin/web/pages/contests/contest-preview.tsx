import { List, Paper, Stack, Text } from '@mantine/core';
import { announcementText } from '../../../../texts/contests/announcement.ts';
import { postNeedWords, settingWords } from '../../../../texts/panel/contest-settings.ts';
import { roleNames } from '../../../../texts/roles.ts';
import { type Contest, type ContestSettings, useZone } from './contest-types.ts';
import { SettingsPart } from './settings-part.tsx';

const words = settingWords.preview;

/** The announcement and the conditions as participants read them, from what stands in the form now. */
export function ContestPreview({ kind, form }: { kind: Contest['kind']; form: ContestSettings }) {
  const zone = useZone();
  return (
    <SettingsPart title={settingWords.parts.preview} hint={settingWords.parts.previewHint}>
      <Paper withBorder p="sm" maw={560}>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {announcementOf(kind, form, zone)}
        </Text>
      </Paper>
      <Stack gap={4}>
        <List size="sm">
          <List.Item>
            {words.who}:{' '}
            {form.terms.roles.map((role) => roleNames[role]).join(', ') || settingWords.people.everybody}.
          </List.Item>
          {kind === 'post' && (
            <List.Item>
              {words.what}: {postNeedWords[form.terms.post.needs]}.
            </List.Item>
          )}
          {kind !== 'event' && <List.Item>{words.howMany(form.terms.perPerson)}</List.Item>}
        </List>
      </Stack>
    </SettingsPart>
  );
}

/** The text the announcement begins with. */
export function announcementOf(kind: Contest['kind'], form: ContestSettings, zone: string): string {
  const { opensAt, closesAt, startsAt } = form;
  return announcementText(
    kind,
    {
      ...form,
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
      startsAt: startsAt === null ? null : new Date(startsAt),
    },
    zone,
  );
}
