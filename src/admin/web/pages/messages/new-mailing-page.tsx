import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { ask, client, newKey } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { DraftForm } from './draft-form.tsx';
import { bodyOf, emptyForm, type MailingForm, mailingsKey } from './mailing-data.ts';

/** Begins a message: nothing leaves before it was looked at. */
export function NewMailingPage() {
  const [form, setForm] = useState<MailingForm>(emptyForm);
  const [key] = useState(newKey);
  const [, go] = useLocation();
  const queries = useQueryClient();
  const creating = useMutation({
    mutationFn: () =>
      ask(client.POST('/api/mailings', { body: bodyOf(form), headers: { 'idempotency-key': key } })),
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: mailingsKey });
      go(`/messages/${id}`);
    },
  });
  return (
    <>
      <PageHead title={words.newTitle} hint={words.noneHint} />
      <DraftForm
        form={form}
        onChange={(change) => setForm((before) => ({ ...before, ...change }))}
        onSave={() => creating.mutate()}
        saving={creating.isPending}
        error={creating.error}
      />
    </>
  );
}
