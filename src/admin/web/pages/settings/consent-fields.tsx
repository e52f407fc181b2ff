import { Textarea, TextInput } from '@mantine/core';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import type { paths } from '../../api-types.ts';

const words = settingsWords.consents;

export type View =
  paths['/api/settings/consent-texts/{kind}/{giver}']['get']['responses'][200]['content']['application/json'];
export type Draft = Pick<View, 'title' | 'summary' | 'body'>;

/** What staff edit of a consent. */
export function ConsentFields({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  return (
    <>
      <TextInput
        label={words.field.title}
        value={draft.title}
        maxLength={200}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
      />
      <Textarea
        label={words.field.summary}
        autosize
        minRows={3}
        maxLength={1000}
        value={draft.summary}
        onChange={({ currentTarget }) => set({ summary: currentTarget.value })}
      />
      <Textarea
        label={words.field.body}
        description={words.field.bodyHint}
        autosize
        minRows={10}
        maxRows={30}
        maxLength={60_000}
        value={draft.body}
        onChange={({ currentTarget }) => set({ body: currentTarget.value })}
      />
    </>
  );
}
