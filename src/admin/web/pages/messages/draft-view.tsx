import { Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { answered, client } from '../../client.ts';
import { ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { DraftForm } from './draft-form.tsx';
import { FilesField } from './files-field.tsx';
import { bodyOf, formOf, type MailingForm, type MailingView, mailingKey, type Seen } from './mailing-data.ts';
import { PreviewCard } from './preview-card.tsx';

const labels = {
  title: words.field.title,
  text: words.field.text,
  otherText: words.field.otherText,
  namesOthers: words.field.noNames,
  audience: words.steps.group,
} as const;

/** A draft: changed, looked at, sent. */
export function DraftView({ seen }: { seen: Seen<MailingView> }) {
  const { id } = seen.data;
  const [form, setForm] = useState<MailingForm>(() => formOf(seen.data));
  const [dirty, setDirty] = useState(false);
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (version: string) =>
      answered(
        client.PUT('/api/mailings/{id}', {
          params: { path: { id } },
          body: bodyOf(form),
          headers: { 'if-match': version },
        }),
      ),
    async onSuccess(saved) {
      queries.setQueryData(mailingKey(id), saved);
      setDirty(false);
      await queries.invalidateQueries({ queryKey: [...mailingKey(id), 'preview'] });
      notifications.show({ message: words.saved });
    },
  });
  const conflict = conflictIn<MailingView>(saving.error);
  return (
    <Stack>
      <DraftForm
        form={form}
        onChange={(change) => {
          setDirty(true);
          setForm((before) => ({ ...before, ...change }));
        }}
        onSave={() => saving.mutate(seen.version)}
        saving={saving.isPending}
        error={conflict === null ? saving.error : null}
      />
      <FilesField mailing={seen.data} />
      <PreviewCard mailing={seen.data} dirty={dirty} />
      <ConflictDialog<Partial<MailingView>>
        conflict={conflict}
        mine={bodyOf(form) as Partial<MailingView>}
        labels={labels}
        shown={(_field, value) => (typeof value === 'string' ? value : JSON.stringify(value))}
        onTakeTheirs={() => {
          if (conflict !== null) setForm(formOf(conflict.current as MailingView));
          saving.reset();
          void queries.invalidateQueries({ queryKey: mailingKey(id) });
        }}
        onKeepMine={(version) => saving.mutate(version)}
      />
    </Stack>
  );
}
