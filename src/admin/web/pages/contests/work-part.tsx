import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { contestLimits } from '../../../../domain/contests/contest-settings.ts';
import { postNeeds } from '../../../../domain/contests/terms.ts';
import { postNeedWords, settingWords } from '../../../../texts/panel/contest-settings.ts';
import { faultOf } from '../../parts/problem.tsx';
import { type Fields, numberOf, setTerms } from './settings-form.ts';
import { SettingsPart } from './settings-part.tsx';

const words = settingWords.work;

/** What is handed in, by the kind of contest. */
export function WorkPart(fields: Fields) {
  const Part = { post: PostFields, work: FileFields, event: EventFields }[fields.kind];
  return (
    <SettingsPart title={settingWords.parts.work} hint={settingWords.parts.workHint}>
      <Part {...fields} />
    </SettingsPart>
  );
}

function PostFields(fields: Fields) {
  const { form, readOnly } = fields;
  const { post, recheckHours } = form.terms;
  const set = (change: Partial<typeof post>) => setTerms(fields)({ post: { ...post, ...change } });
  return (
    <>
      <Group grow align="flex-end" preventGrowOverflow={false}>
        <NumberInput
          label={words.minLength}
          min={0}
          max={15_000}
          readOnly={readOnly}
          value={post.minLength}
          onChange={(value) => set({ minLength: Number(value) })}
        />
        <NumberInput
          label={words.maxLength}
          min={1}
          max={16_000}
          readOnly={readOnly}
          value={post.maxLength}
          onChange={(value) => set({ maxLength: Number(value) })}
        />
      </Group>
      <Select
        label={words.needs}
        allowDeselect={false}
        readOnly={readOnly}
        value={post.needs}
        onChange={(value) => value !== null && set({ needs: value as typeof post.needs })}
        data={postNeeds.map((value) => ({ value, label: postNeedWords[value] }))}
      />
      <Checkbox
        label={words.communities}
        description={words.communitiesHint}
        checked={post.communities}
        disabled={readOnly}
        onChange={({ currentTarget }) => set({ communities: currentTarget.checked })}
      />
      <NumberInput
        label={words.recheck}
        min={1}
        max={336}
        readOnly={readOnly}
        value={recheckHours}
        onChange={(value) => setTerms(fields)({ recheckHours: Number(value) })}
      />
    </>
  );
}

function FileFields(fields: Fields) {
  const { form, readOnly } = fields;
  const { work } = form.terms;
  const { description } = work;
  const set = (change: Partial<typeof work>) => setTerms(fields)({ work: { ...work, ...change } });
  const length = (name: 'least' | 'most', label: string) => ({
    label,
    min: 0,
    max: 3500,
    readOnly,
    value: description[name],
    onChange: (value: string | number) => set({ description: { ...description, [name]: Number(value) } }),
  });
  return (
    <>
      <NumberInput
        label={words.files}
        min={0}
        max={contestLimits.files}
        readOnly={readOnly}
        value={work.files}
        onChange={(value) => set({ files: Number(value) })}
      />
      <Checkbox
        label={words.link}
        checked={work.link}
        disabled={readOnly}
        onChange={({ currentTarget }) => set({ link: currentTarget.checked })}
      />
      <Group grow align="flex-end" preventGrowOverflow={false}>
        <NumberInput {...length('least', words.descriptionLeast)} />
        <NumberInput {...length('most', words.descriptionMost)} />
      </Group>
    </>
  );
}

function EventFields(fields: Fields) {
  const { form, readOnly, error } = fields;
  const { event } = form.terms;
  const set = (change: Partial<typeof event>) => setTerms(fields)({ event: { ...event, ...change } });
  return (
    <>
      <TextInput
        label={words.place}
        maxLength={contestLimits.place}
        readOnly={readOnly}
        value={event.place}
        onChange={({ currentTarget }) => set({ place: currentTarget.value })}
      />
      <TextInput
        type="url"
        label={words.link2}
        description={words.linkHint}
        maxLength={500}
        readOnly={readOnly}
        value={event.link}
        error={faultOf(error, 'terms.event.link')}
        onChange={({ currentTarget }) => set({ link: currentTarget.value })}
      />
      <NumberInput
        label={words.seats}
        description={words.seatsHint}
        min={1}
        max={contestLimits.seats}
        readOnly={readOnly}
        value={event.seats ?? ''}
        onChange={(value) => set({ seats: numberOf(value) })}
      />
      <Checkbox
        label={words.waitingList}
        description={words.waitingListHint}
        checked={event.waitingList}
        disabled={readOnly || event.seats === null}
        onChange={({ currentTarget }) => set({ waitingList: currentTarget.checked })}
      />
    </>
  );
}
