import { Alert, Button, Group, NumberInput, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { contestLimits } from '../../../../domain/contests/contest-settings.ts';
import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import type { ContestSettings } from './contest-types.ts';
import { type Fields, movedUp } from './settings-form.ts';
import { SettingsPart } from './settings-part.tsx';

const words = settingWords.criteria;
type Criterion = ContestSettings['criteria'][number];
const blank: Criterion = { id: null, title: '', hint: '', weight: 1, scale: 10 };

/** `frozen`: somebody has scored by them. */
export function CriteriaPart({ form, set, readOnly, frozen }: Fields & { frozen: boolean }) {
  const { criteria } = form;
  const fixed = readOnly || frozen;
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const change = (place: number, changed: Partial<Criterion>) =>
    set({ criteria: criteria.map((each, at) => (at === place ? { ...each, ...changed } : each)) });
  return (
    <SettingsPart title={settingWords.parts.criteria} hint={settingWords.parts.criteriaHint}>
      {frozen && <Alert>{words.frozen}</Alert>}
      {criteria.length === 0 && <Text size="sm">{words.none}</Text>}
      {criteria.map((criterion, place) => (
        <OneCriterion
          key={criterion.id ?? `new-${place}`}
          criterion={criterion}
          place={place}
          share={whole === 0 ? 0 : Math.round((100 * criterion.weight) / whole)}
          readOnly={fixed}
          change={(changed) => change(place, changed)}
          remove={() => set({ criteria: criteria.filter((_, at) => at !== place) })}
          up={() => set({ criteria: movedUp(criteria, place) })}
        />
      ))}
      {!fixed && criteria.length < contestLimits.criteria && (
        <Button variant="default" w="fit-content" onClick={() => set({ criteria: [...criteria, blank] })}>
          {words.add}
        </Button>
      )}
    </SettingsPart>
  );
}

type Props = {
  criterion: Criterion;
  place: number;
  share: number;
  readOnly: boolean;
  change: (changed: Partial<Criterion>) => void;
  remove: () => void;
  up: () => void;
};

function OneCriterion({ criterion, place, share, readOnly, change, remove, up }: Props) {
  const { title, hint, weight, scale } = criterion;
  const name = title === '' ? words.one(place + 1) : title;
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
          label={words.hint}
          description={words.hintHint}
          autosize
          maxLength={contestLimits.hint}
          readOnly={readOnly}
          value={hint}
          onChange={({ currentTarget }) => change({ hint: currentTarget.value })}
        />
        <Group align="flex-end">
          <NumberInput
            label={words.weight}
            min={0.01}
            max={1000}
            decimalScale={2}
            w={110}
            readOnly={readOnly}
            value={weight}
            onChange={(value) => change({ weight: Number(value) })}
          />
          <NumberInput
            label={words.scale}
            min={1}
            max={100}
            allowDecimal={false}
            w={110}
            readOnly={readOnly}
            value={scale}
            onChange={(value) => change({ scale: Number(value) })}
          />
          <Text size="sm" pb={8}>
            {words.share(share)}
          </Text>
        </Group>
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
