import { Fieldset, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { settingLimits } from '../../../../domain/programme/setting-limits.ts';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import type { paths } from '../../api-types.ts';
import { faultOf } from '../../parts/problem.tsx';

const texts = settingsWords.programme;

export type View = paths['/api/settings/programme']['get']['responses'][200]['content']['application/json'];
export type Form = Omit<View, 'demo' | 'naming'>;

type Fields = { form: Form; set: (change: Partial<Form>) => void };

export function HoursFields({ form, set, error }: Fields & { error: unknown }) {
  const field = (name: 'name' | 'timeZone' | 'workFrom' | 'workTo') => ({
    label: texts[name],
    value: form[name],
    error: faultOf(error, name),
    required: true,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      set({ [name]: currentTarget.value }),
  });
  return (
    <Fieldset legend={texts.legend}>
      <Stack gap="sm">
        <TextInput {...field('name')} maxLength={200} />
        <TextInput {...field('timeZone')} description={texts.timeZoneHint} maxLength={60} />
        <Group>
          <TextInput type="time" {...field('workFrom')} />
          <TextInput type="time" {...field('workTo')} />
        </Group>
        <Text size="sm" c="dimmed">
          {texts.hoursHint}
        </Text>
      </Stack>
    </Fieldset>
  );
}

const operatorLabels = {
  name: texts.operatorName,
  address: texts.operatorAddress,
  contact: texts.operatorContact,
};

export function OperatorFields({ form, set }: Fields) {
  return (
    <Fieldset legend={texts.operatorLegend}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {texts.operatorHint}
        </Text>
        {(['name', 'address', 'contact'] as const).map((name) => (
          <TextInput
            key={name}
            label={operatorLabels[name]}
            value={form.operator[name]}
            maxLength={500}
            onChange={({ currentTarget }) =>
              set({ operator: { ...form.operator, [name]: currentTarget.value } })
            }
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

export function DaysFields({ form, set }: Fields) {
  const { retention, privacy } = form;
  const field = (name: keyof typeof settingLimits) => ({
    label: texts[name],
    min: settingLimits[name][0],
    max: settingLimits[name][1],
    allowDecimal: false,
    required: true,
  });
  return (
    <Fieldset legend={texts.retentionLegend}>
      <Stack gap="sm">
        {(['draftDays', 'leftDays'] as const).map((name) => (
          <NumberInput
            key={name}
            {...field(name)}
            value={retention[name]}
            onChange={(value) => set({ retention: { ...retention, [name]: Number(value) } })}
          />
        ))}
        {(['eraseDays', 'answerWorkingDays', 'stopPublishingWorkingDays'] as const).map((name) => (
          <NumberInput
            key={name}
            {...field(name)}
            value={privacy[name]}
            onChange={(value) => set({ privacy: { ...privacy, [name]: Number(value) } })}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
