import { Checkbox, Group, List, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { resultSources } from '../../../../domain/contests/result-rules.ts';
import { methodLines } from '../../../../texts/contest-rules.ts';
import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import { type Fields, numberOf, setTerms } from './settings-form.ts';
import { SettingsPart } from './settings-part.tsx';

const words = settingWords.results;
type Rules = Fields['form']['terms']['results'];
type Part = { rules: Rules; set: (change: Partial<Rules>) => void; readOnly: boolean };

/** Who decides, and who is what. Events without a jury have no places; posts alone have readers to count. */
export function ResultsPart(fields: Fields) {
  const { form, kind, readOnly } = fields;
  const rules = form.terms.results;
  const set = (change: Partial<Rules>) => setTerms(fields)({ results: { ...rules, ...change } });
  const part = { rules, set, readOnly };
  const criteria = form.criteria.map(({ title, weight, scale }, place) => ({
    id: String(place),
    title: title === '' ? settingWords.criteria.one(place + 1) : title,
    weight,
    scale,
  }));
  return (
    <SettingsPart title={settingWords.parts.results} hint={settingWords.parts.resultsHint}>
      {kind === 'post' && (
        <Radio.Group
          label={words.by}
          readOnly={readOnly}
          value={rules.by}
          onChange={(value) => set({ by: value as Rules['by'] })}
        >
          <Group mt="xs">
            {resultSources.map((value) => (
              <Radio key={value} value={value} label={words.byWords[value]} />
            ))}
          </Group>
        </Radio.Group>
      )}
      {rules.by === 'mixed' && (
        <NumberInput
          label={words.juryShare}
          min={1}
          max={99}
          allowDecimal={false}
          readOnly={readOnly}
          value={Math.round(rules.juryShare * 100)}
          onChange={(value) => set({ juryShare: Number(value) / 100 })}
        />
      )}
      {rules.by !== 'jury' && <ActivityFields {...part} />}
      {rules.by !== 'activity' && <JuryFields {...part} />}
      <ThresholdFields {...part} />
      <Stack gap={4} aria-live="polite">
        <Text size="sm" fw={500}>
          {words.inWords}
        </Text>
        <List size="sm">
          {methodLines(rules, criteria).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Stack>
    </SettingsPart>
  );
}

function ActivityFields({ rules: { activity }, set, readOnly }: Part) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {words.activityHint}
      </Text>
      <Group grow align="flex-end" preventGrowOverflow={false}>
        {(['likes', 'reposts', 'comments'] as const).map((name) => (
          <NumberInput
            key={name}
            label={words[name]}
            min={0}
            max={1000}
            readOnly={readOnly}
            value={activity[name]}
            onChange={(value) => set({ activity: { ...activity, [name]: Number(value) } })}
          />
        ))}
      </Group>
    </>
  );
}

function JuryFields({ rules, set, readOnly }: Part) {
  return (
    <>
      <Checkbox
        label={words.normalise}
        description={words.normaliseHint}
        checked={rules.normalise === 'per-juror'}
        disabled={readOnly}
        onChange={({ currentTarget }) => set({ normalise: currentTarget.checked ? 'per-juror' : 'none' })}
      />
      <NumberInput
        label={words.minSheets}
        description={words.minSheetsHint}
        min={1}
        max={50}
        allowDecimal={false}
        readOnly={readOnly}
        value={rules.minSheets}
        onChange={(value) => set({ minSheets: Number(value) })}
      />
      <NumberInput
        label={words.shownAgain}
        description={words.shownAgainHint}
        min={1}
        max={100}
        readOnly={readOnly}
        value={rules.shownAgainFrom ?? ''}
        onChange={(value) => set({ shownAgainFrom: numberOf(value) })}
      />
    </>
  );
}

function ThresholdFields({ rules: { thresholds }, set, readOnly }: Part) {
  const field = (name: keyof typeof thresholds, most: number) => ({
    label: words[name],
    min: name.endsWith('Places') ? 1 : 0,
    max: most,
    readOnly,
    value: thresholds[name] ?? '',
    onChange: (value: string | number) => set({ thresholds: { ...thresholds, [name]: numberOf(value) } }),
  });
  return (
    <>
      <Text size="sm" c="dimmed">
        {words.thresholdsHint}
      </Text>
      <Group grow align="flex-end" preventGrowOverflow={false}>
        <NumberInput allowDecimal={false} {...field('winnerPlaces', 1000)} />
        <NumberInput {...field('winnerScore', 100)} />
      </Group>
      <Group grow align="flex-end" preventGrowOverflow={false}>
        <NumberInput allowDecimal={false} {...field('laureatePlaces', 1000)} />
        <NumberInput {...field('laureateScore', 100)} />
      </Group>
    </>
  );
}
