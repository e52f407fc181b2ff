import { Group, Text, TextInput } from '@mantine/core';
import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import type { ContestSettings } from './contest-types.ts';
import { useZone } from './contest-types.ts';
import { ListField, numbersIn } from './list-field.tsx';
import { type Fields, instantAt, localOf, setTerms } from './settings-form.ts';
import { SettingsPart } from './settings-part.tsx';

const words = settingWords.dates;
type Instants = 'opensAt' | 'closesAt' | 'judgingUntil' | 'startsAt' | 'endsAt';
type Props = Fields & { hasBegun: boolean; hasClosed: boolean };

/** In the programme's zone, wherever whoever fills it in is. */
export function DatesPart(props: Props) {
  const { form, set, kind, readOnly, hasBegun, hasClosed } = props;
  const zone = useZone();
  const field = (name: Instants, label: string, fixed = false) => ({
    type: 'datetime-local',
    label,
    readOnly: readOnly || fixed,
    value: localOf(form[name], zone),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const instant = instantAt(currentTarget.value, zone);
      // A moment that a contest can't be without stays as it was while it is typed anew.
      if (instant !== null || name === 'judgingUntil') set({ [name]: instant } as Partial<ContestSettings>);
    },
  });
  const isEvent = kind === 'event';
  return (
    <SettingsPart title={settingWords.parts.dates} hint={settingWords.parts.datesHint}>
      <Text size="sm">{settingWords.zone(zone)}</Text>
      {isEvent && (
        <Group grow align="flex-end" preventGrowOverflow={false}>
          <TextInput required {...field('startsAt', words.startsAt)} />
          <TextInput required {...field('endsAt', words.endsAt)} />
        </Group>
      )}
      <Group grow align="flex-end" preventGrowOverflow={false}>
        <TextInput required {...field('opensAt', isEvent ? words.signUpFrom : words.opensAt, hasBegun)} />
        <TextInput required {...field('closesAt', isEvent ? words.signUpTo : words.closesAt, hasClosed)} />
      </Group>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          {...field('judgingUntil', words.judgingUntil)}
          description={words.judgingUntilHint}
          inputWrapperOrder={['label', 'input', 'description']}
        />
        <TextInput
          type="date"
          label={words.resultsOn}
          readOnly={readOnly}
          value={form.resultsOn ?? ''}
          onChange={({ currentTarget }) =>
            set({ resultsOn: currentTarget.value === '' ? null : currentTarget.value })
          }
        />
      </Group>
      <ListField
        label={words.remind}
        hint={words.remindHint}
        readOnly={readOnly}
        value={form.terms.remindDays}
        read={numbersIn}
        gap=", "
        onChange={(remindDays) => setTerms(props)({ remindDays })}
      />
    </SettingsPart>
  );
}
