import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { draftWords as words } from '../../../../texts/panel/roadmap.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { Problem } from '../../parts/problem.tsx';
import type { DraftItem } from './draft-items.tsx';
import type { DraftPatch, EditDraft } from './draft-page.tsx';
import { WindowFields } from './window-fields.tsx';

type Props = { item: DraftItem; isRolled: boolean; edit: EditDraft; close: () => void };
type How = 'text' | 'windows' | 'as-read';
type Edit = NonNullable<NonNullable<DraftPatch['items']>[string]>;

/** Says what a deadline means: in words that can be read, or by days. */
export function DeadlineDialog({ item, isRolled, edit, close }: Props) {
  const [how, setHow] = useState<How>(item.unparsed.length > 0 ? 'text' : 'windows');
  const [text, setText] = useState(item.deadline);
  const [windows, setWindows] = useState(item.occurrences);
  const [title, setTitle] = useState(item.title);
  const [dropped, setDropped] = useState(item.dropped);
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const name = `${item.code} ${item.title}`;
  const standing = item.standing.map((piece) => piece.text);
  const deadlines: Record<How, NonNullable<Edit['deadline']>> = {
    text: { kind: 'text', text },
    windows: { kind: 'windows', windows, standing },
    'as-read': { kind: 'as-read' },
  };
  const isSame = how === 'windows' && JSON.stringify(windows) === JSON.stringify(item.occurrences);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const change: Edit = {
      ...(!isSame && { deadline: deadlines[how] }),
      ...(isRolled && title !== item.title && { title }),
      ...(isRolled && dropped !== item.dropped && { dropped }),
    };
    await edit({ items: { [item.place]: change } }).then(close, setError);
    setSaving(false);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={words.fixDialog(name)}
      size="lg"
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <Problem error={error} />
          <Text size="sm">
            {words.inOrder}: «{item.deadline}»
          </Text>
          {isRolled && (
            <Textarea
              label={words.title}
              value={title}
              autosize
              maxLength={2000}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            />
          )}
          <SegmentedControl
            aria-label={words.how}
            value={how}
            onChange={(value) => setHow(value as How)}
            data={[
              { value: 'text', label: words.byText },
              { value: 'windows', label: words.byDays },
              { value: 'as-read', label: words.asRead },
            ]}
          />
          {how === 'text' && (
            <TextInput
              label={words.text}
              description={words.textHint}
              value={text}
              maxLength={1000}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
          {how === 'windows' && <WindowFields windows={windows} change={setWindows} />}
          {isRolled && (
            <Checkbox
              label={words.drop}
              checked={dropped}
              onChange={({ currentTarget }) => setDropped(currentTarget.checked)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {shellWords.cancel}
            </Button>
            <Button type="submit" loading={saving}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
