import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { grammaticalCases } from '../../../../domain/names/name-cases.ts';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { type OrderPerson, orderKey } from './order-types.ts';

type Forms = Record<(typeof grammaticalCases)[number], string>;
type Props = { orderId: string; version: string; person: OrderPerson; onClose: () => void };

const given = (forms: OrderPerson['nameForms']): Forms => ({
  genitive: forms.genitive ?? '',
  dative: forms.dative ?? '',
  accusative: forms.accusative ?? '',
  instrumental: forms.instrumental ?? '',
  prepositional: forms.prepositional ?? '',
});

/** The clerk says how somebody is named; forms follow the rules or are written in. */
export function CorrectPerson({ orderId, version, person, onClose }: Props) {
  const cache = useQueryClient();
  const [gender, setGender] = useState(person.gender);
  const [post, setPost] = useState(person.post);
  const [nameForms, setNameForms] = useState<Forms | null>(given(person.nameForms));
  const [postForms, setPostForms] = useState<Forms | null>(given(person.postForms));
  const [remember, setRemember] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      ask(
        client.PATCH('/api/orders/{id}/people/{personId}', {
          params: { path: { id: orderId, personId: person.personId } },
          headers: { 'if-match': version },
          body: { gender, post, nameForms, postForms, remember },
        }),
      ),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: orderKey(orderId) });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.correctOf(person.name)}
      size="lg"
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <Stack>
          <Problem error={saving.error} />
          <div>
            <Text size="sm" fw={500} mb={4}>
              {words.gender}
            </Text>
            <SegmentedControl
              aria-label={words.gender}
              value={gender ?? ''}
              onChange={(value) => setGender(value === 'male' ? 'male' : 'female')}
              data={[
                { value: 'female', label: words.genders.female },
                { value: 'male', label: words.genders.male },
              ]}
            />
          </div>
          <FormsOf
            legend={words.name}
            forms={nameForms}
            change={setNameForms}
            first={given(person.nameForms)}
          />
          <TextInput
            label={words.post}
            value={post}
            maxLength={300}
            onChange={({ currentTarget }) => {
              setPost(currentTarget.value);
              // The forms of another post follow the rules until somebody writes them.
              setPostForms(null);
            }}
          />
          <FormsOf
            legend={words.post}
            forms={postForms}
            change={setPostForms}
            first={given(person.postForms)}
          />
          <Checkbox
            label={words.remember}
            checked={remember}
            onChange={({ currentTarget }) => setRemember(currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shellWords.cancel}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {shellWords.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The cases of a name or a post: by the rules (`null`), or as they are written in. */
export function FormsOf({
  legend,
  forms,
  change,
  first,
}: {
  legend: string;
  forms: Forms | null;
  change: (forms: Forms | null) => void;
  first: Forms;
}) {
  return (
    <Fieldset legend={legend}>
      <Stack gap="xs">
        <Checkbox
          label={words.byRules}
          description={words.byRulesHint}
          checked={forms === null}
          onChange={({ currentTarget }) => change(currentTarget.checked ? null : first)}
        />
        {forms !== null &&
          grammaticalCases.map((each) => (
            <TextInput
              key={each}
              label={words.cases[each]}
              value={forms[each]}
              maxLength={300}
              onChange={({ currentTarget }) => change({ ...forms, [each]: currentTarget.value })}
            />
          ))}
      </Stack>
    </Fieldset>
  );
}
