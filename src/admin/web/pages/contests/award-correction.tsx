import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { diplomaWords } from '../../../../texts/panel/diplomas.ts';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { FormsOf } from '../orders/correct-person.tsx';
import type { AwardLine, Correction } from './award-types.ts';

type Props = { line: AwardLine; onKeep: (correction: Correction) => void; onClose: () => void };

/** Somebody looks at a name in its cases: leaves it as it is, or writes it otherwise. */
export function AwardCorrection({ line, onKeep, onClose }: Props) {
  const { name, post: given, gender: told } = line.recipient;
  const [gender, setGender] = useState(told);
  const [post, setPost] = useState(given.nominative);
  const [nameForms, setNameForms] = useState<Correction['nameForms']>(name.forms);
  const [postForms, setPostForms] = useState<Correction['postForms']>(given.forms);
  const [remember, setRemember] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      title={diplomaWords.checkOf(name.nominative)}
      size="lg"
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onKeep({ personId: line.personId, gender, post, nameForms, postForms, remember });
        }}
      >
        <Stack>
          <div>
            <Text size="sm" fw={500} mb={4}>
              {words.gender}
            </Text>
            <SegmentedControl
              aria-label={words.gender}
              value={gender ?? ''}
              onChange={(value) => {
                setGender(value === 'male' ? 'male' : 'female');
                setNameForms(null);
              }}
              data={[
                { value: 'female', label: words.genders.female },
                { value: 'male', label: words.genders.male },
              ]}
            />
          </div>
          <FormsOf legend={words.name} forms={nameForms} change={setNameForms} first={name.forms} />
          <TextInput
            label={words.post}
            value={post}
            maxLength={300}
            onChange={({ currentTarget }) => {
              setPost(currentTarget.value);
              setPostForms(null);
            }}
          />
          <FormsOf legend={words.post} forms={postForms} change={setPostForms} first={given.forms} />
          <Checkbox
            label={words.remember}
            checked={remember}
            onChange={({ currentTarget }) => setRemember(currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shellWords.cancel}
            </Button>
            <Button type="submit">{diplomaWords.keep}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
