import { Textarea, TextInput } from '@mantine/core';
import { contestLimits } from '../../../../domain/contests/contest-settings.ts';
import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import { faultOf } from '../../parts/problem.tsx';
import { ItemSelect } from './item-select.tsx';
import type { Fields } from './settings-form.ts';
import { SettingsPart } from './settings-part.tsx';

const words = settingWords.about;

export function AboutPart({ form, set, readOnly, error }: Fields) {
  return (
    <SettingsPart title={settingWords.parts.about} hint={settingWords.parts.aboutHint}>
      <TextInput
        label={words.title}
        required
        maxLength={contestLimits.title}
        readOnly={readOnly}
        value={form.title}
        error={faultOf(error, 'title')}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
      />
      <ItemSelect value={form.itemId} readOnly={readOnly} onChange={(itemId) => set({ itemId })} />
      <Textarea
        label={words.summary}
        description={words.summaryHint}
        autosize
        minRows={3}
        maxLength={contestLimits.summary}
        readOnly={readOnly}
        value={form.summary}
        error={faultOf(error, 'summary')}
        onChange={({ currentTarget }) => set({ summary: currentTarget.value })}
      />
      <Textarea
        label={words.announcement}
        description={words.announcementHint}
        autosize
        minRows={2}
        maxLength={contestLimits.announcement}
        readOnly={readOnly}
        value={form.announcement}
        onChange={({ currentTarget }) => set({ announcement: currentTarget.value })}
      />
    </SettingsPart>
  );
}
