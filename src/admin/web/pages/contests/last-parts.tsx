import { Checkbox, Group, TextInput } from '@mantine/core';
import { contestLimits } from '../../../../domain/contests/contest-settings.ts';
import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import { type Fields, setTerms } from './settings-form.ts';
import { SettingsPart } from './settings-part.tsx';

/** What the jury sees, and who sees what it wrote. */
export function JuryPart(fields: Fields) {
  const { form, readOnly } = fields;
  const words = settingWords.jury;
  return (
    <SettingsPart title={settingWords.parts.jury} hint={settingWords.parts.juryHint}>
      <Checkbox
        label={words.blind}
        description={words.blindHint}
        checked={form.terms.blind}
        disabled={readOnly}
        onChange={({ currentTarget }) => setTerms(fields)({ blind: currentTarget.checked })}
      />
      <Checkbox
        label={words.showsComments}
        description={words.showsCommentsHint}
        checked={form.terms.showsComments}
        disabled={readOnly}
        onChange={({ currentTarget }) => setTerms(fields)({ showsComments: currentTarget.checked })}
      />
    </SettingsPart>
  );
}

export function AwardsPart(fields: Fields) {
  const { form, readOnly } = fields;
  const { diplomaPrefix, city } = form.terms;
  const words = settingWords.awards;
  return (
    <SettingsPart title={settingWords.parts.awards} hint={settingWords.parts.awardsHint}>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label={words.prefix}
          description={words.prefixHint(diplomaPrefix, new Date(form.closesAt).getFullYear())}
          maxLength={contestLimits.prefix}
          readOnly={readOnly}
          value={diplomaPrefix}
          onChange={({ currentTarget }) => setTerms(fields)({ diplomaPrefix: currentTarget.value })}
        />
        <TextInput
          label={words.city}
          maxLength={contestLimits.city}
          readOnly={readOnly}
          value={city}
          onChange={({ currentTarget }) => setTerms(fields)({ city: currentTarget.value })}
        />
      </Group>
    </SettingsPart>
  );
}
