import { Button, Checkbox, Fieldset, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { draftLimits } from '../../../../domain/mailings/check-draft.ts';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { faultOf, Problem } from '../../parts/problem.tsx';
import { AudienceFields } from './audience-fields.tsx';
import type { MailingForm } from './mailing-data.ts';

type Props = {
  form: MailingForm;
  onChange: (change: Partial<MailingForm>) => void;
  onSave: () => void;
  saving: boolean;
  error: unknown;
};

/** Group and text of a draft. */
export function DraftForm({ form, onChange, onSave, saving, error }: Props) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Stack>
        <AudienceFields form={form} onChange={onChange} />
        <Fieldset legend={words.steps.text}>
          <Stack gap="sm">
            <TextInput
              label={words.field.title}
              value={form.title}
              maxLength={draftLimits.title}
              error={faultOf(error, 'title')}
              onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
            />
            <Textarea
              label={words.field.text}
              description={words.field.textHint}
              autosize
              minRows={6}
              maxLength={draftLimits.text}
              value={form.text}
              error={faultOf(error, 'text')}
              onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
            />
            <Checkbox
              label={words.field.noNames}
              description={words.field.noNamesHint}
              checked={form.noNames}
              onChange={({ currentTarget }) => onChange({ noNames: currentTarget.checked })}
            />
            {!form.noNames && (
              <Textarea
                label={words.field.otherText}
                description={words.field.otherTextHint}
                autosize
                minRows={2}
                maxLength={draftLimits.text}
                value={form.otherText}
                onChange={({ currentTarget }) => onChange({ otherText: currentTarget.value })}
              />
            )}
          </Stack>
        </Fieldset>
        <Problem error={error} />
        <Group>
          <Button type="submit" loading={saving}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
