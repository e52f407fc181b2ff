import { Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { contestLimits } from '../../../../domain/contests/contest-settings.ts';
import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import type { ContestSettings } from './contest-types.ts';
import { hashtagsIn, ListField } from './list-field.tsx';
import { type Fields, movedUp, setTerms } from './settings-form.ts';
import { SettingsPart } from './settings-part.tsx';

const words = settingWords.nominations;
type Nomination = ContestSettings['nominations'][number];

const blank: Nomination = { id: null, title: '', description: '', hashtags: [], archived: false };

export function NominationsPart(fields: Fields) {
  const { form, set, kind, readOnly } = fields;
  const { nominations, terms } = form;
  const change = (place: number, changed: Partial<Nomination>) =>
    set({ nominations: nominations.map((each, at) => (at === place ? { ...each, ...changed } : each)) });
  const remove = (place: number) => {
    const { id = null } = nominations[place] ?? blank;
    // One that is stored may have works: whether it goes or is archived is decided when it is saved.
    if (id === null) set({ nominations: nominations.filter((_, at) => at !== place) });
    else change(place, { archived: true });
  };
  return (
    <SettingsPart title={settingWords.parts.nominations} hint={settingWords.parts.nominationsHint}>
      {nominations.length === 0 && <Text size="sm">{kind === 'event' ? words.noneOfEvent : words.none}</Text>}
      {nominations.map((nomination, place) => (
        <OneNomination
          key={nomination.id ?? `new-${place}`}
          nomination={nomination}
          place={place}
          readOnly={readOnly}
          withTags={kind === 'post'}
          change={(changed) => change(place, changed)}
          remove={() => remove(place)}
          up={() => set({ nominations: movedUp(nominations, place) })}
        />
      ))}
      {!readOnly && nominations.length < contestLimits.nominations && (
        <Button
          variant="default"
          w="fit-content"
          onClick={() => set({ nominations: [...nominations, blank] })}
        >
          {words.add}
        </Button>
      )}
      {kind === 'post' && (
        <ListField
          label={words.common}
          hint={words.commonHint}
          readOnly={readOnly}
          value={terms.hashtags}
          read={hashtagsIn}
          gap=" "
          onChange={(hashtags) => setTerms(fields)({ hashtags })}
        />
      )}
    </SettingsPart>
  );
}

type Props = {
  nomination: Nomination;
  place: number;
  readOnly: boolean;
  withTags: boolean;
  change: (changed: Partial<Nomination>) => void;
  remove: () => void;
  up: () => void;
};

function OneNomination({ nomination, place, readOnly, withTags, change, remove, up }: Props) {
  const { title, description, hashtags, archived } = nomination;
  const name = title === '' ? words.one(place + 1) : title;
  if (archived)
    return (
      <Paper withBorder p="sm">
        <Group justify="space-between">
          <Text size="sm">
            {name}. {words.removed}
          </Text>
          {!readOnly && (
            <Button size="compact-sm" variant="default" onClick={() => change({ archived: false })}>
              {words.restore}
            </Button>
          )}
        </Group>
      </Paper>
    );
  return (
    <Paper component="section" aria-label={words.one(place + 1)} withBorder p="sm">
      <Stack gap="xs">
        <TextInput
          label={words.title}
          required
          maxLength={contestLimits.nominationTitle}
          readOnly={readOnly}
          value={title}
          onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        />
        <Textarea
          label={words.description}
          autosize
          maxLength={contestLimits.description}
          readOnly={readOnly}
          value={description}
          onChange={({ currentTarget }) => change({ description: currentTarget.value })}
        />
        {withTags && (
          <ListField
            label={words.hashtags}
            hint={words.hashtagsHint}
            readOnly={readOnly}
            value={hashtags}
            read={hashtagsIn}
            gap=" "
            onChange={(typed) => change({ hashtags: typed })}
          />
        )}
        {!readOnly && (
          <Group gap="xs">
            {place > 0 && (
              <Button size="compact-sm" variant="default" onClick={up}>
                {words.up(name)}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" color="red" onClick={remove}>
              {words.remove(name)}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
