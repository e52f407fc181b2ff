import {
  Button,
  Fieldset,
  FileInput,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import {
  accents,
  designLimits,
  frames,
  lineStyles,
  orientations,
  type PicturePlace,
  picturePlaces,
} from '../../../../domain/diplomas/design.ts';
import type { PictureFault } from '../../../../domain/diplomas/picture.ts';
import { pictureFaultWords, designWords as words } from '../../../../texts/panel/diplomas.ts';
import { Problem } from '../../parts/problem.tsx';
import { sendFile } from '../../parts/send-file.ts';
import type { Design } from './award-types.ts';

type Props = { design: Design; onChange: (design: Design) => void };

const without = <Item,>(list: readonly Item[], at: number) => list.filter((_, index) => index !== at);
const changed = <Item,>(list: readonly Item[], at: number, item: Item) =>
  list.map((each, index) => (index === at ? item : each));
const chooseFrom = <Value extends string>(values: readonly Value[], names: Record<Value, string>) =>
  values.map((value) => ({ value, label: names[value] }));

/** What stands on a paper and how it looks. */
export function DesignEditor(props: Props) {
  return (
    <Stack>
      <Look {...props} />
      <Texts {...props} />
      <Signatures {...props} />
      <Picture {...props} />
    </Stack>
  );
}

function Look({ design, onChange }: Props) {
  return (
    <Fieldset legend={words.look}>
      <Group align="flex-end">
        <SegmentedControl
          aria-label={words.orientation}
          value={design.orientation}
          data={chooseFrom(orientations, words.orientations)}
          onChange={(orientation) =>
            onChange({ ...design, orientation: orientation as Design['orientation'] })
          }
        />
        <Select
          label={words.accent}
          allowDeselect={false}
          value={design.accent}
          data={chooseFrom(accents, words.accents)}
          onChange={(accent) =>
            onChange({ ...design, accent: (accent ?? design.accent) as Design['accent'] })
          }
        />
        <Select
          label={words.frame}
          allowDeselect={false}
          value={design.frame}
          data={chooseFrom(frames, words.frames)}
          onChange={(frame) => onChange({ ...design, frame: (frame ?? design.frame) as Design['frame'] })}
        />
      </Group>
    </Fieldset>
  );
}

function Texts({ design, onChange }: Props) {
  const { lines } = design;
  return (
    <Fieldset legend={words.texts}>
      <Stack gap="xs">
        {(['above', 'heading', 'under'] as const).map((place) => (
          <TextInput
            key={place}
            label={words[place]}
            maxLength={place === 'heading' ? designLimits.heading : designLimits.text}
            value={design[place]}
            onChange={({ currentTarget }) => onChange({ ...design, [place]: currentTarget.value })}
          />
        ))}
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are their places
          <Group key={at} align="flex-end" wrap="wrap">
            <TextInput
              label={words.line(at + 1)}
              style={{ flexGrow: 1 }}
              maxLength={designLimits.text}
              value={line.text}
              onChange={({ currentTarget }) =>
                onChange({ ...design, lines: changed(lines, at, { ...line, text: currentTarget.value }) })
              }
            />
            <Select
              aria-label={words.style(at + 1)}
              w={120}
              allowDeselect={false}
              value={line.style}
              data={chooseFrom(lineStyles, words.styles)}
              onChange={(style) =>
                onChange({
                  ...design,
                  lines: changed(lines, at, { ...line, style: (style ?? line.style) as typeof line.style }),
                })
              }
            />
            <Button
              variant="default"
              aria-label={words.removeLine(at + 1)}
              onClick={() => onChange({ ...design, lines: without(lines, at) })}
            >
              ✕
            </Button>
          </Group>
        ))}
        {lines.length < designLimits.lines && (
          <Button
            variant="default"
            onClick={() => onChange({ ...design, lines: [...lines, { style: 'plain', text: '' }] })}
          >
            {words.addLine}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

function Signatures({ design, onChange }: Props) {
  const { signatures } = design;
  return (
    <Fieldset legend={words.signatures}>
      <Stack gap="xs">
        {signatures.map((signature, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: signatures are their places
          <Group key={at} align="flex-end" wrap="wrap">
            {(['post', 'name'] as const).map((part) => (
              <TextInput
                key={part}
                label={part === 'post' ? words.post(at + 1) : words.signer(at + 1)}
                style={{ flexGrow: 1 }}
                maxLength={designLimits.signature}
                value={signature[part]}
                onChange={({ currentTarget }) =>
                  onChange({
                    ...design,
                    signatures: changed(signatures, at, { ...signature, [part]: currentTarget.value }),
                  })
                }
              />
            ))}
            <Button
              variant="default"
              aria-label={words.removeSignature(at + 1)}
              onClick={() => onChange({ ...design, signatures: without(signatures, at) })}
            >
              ✕
            </Button>
          </Group>
        ))}
        {signatures.length < designLimits.signatures && (
          <Button
            variant="default"
            onClick={() => onChange({ ...design, signatures: [...signatures, { post: '', name: '' }] })}
          >
            {words.addSignature}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

type Uploaded = { fileId: string } | PictureFault;

function Picture({ design, onChange }: Props) {
  const uploading = useMutation({
    mutationFn: async ({ file, place }: { file: File; place: PicturePlace }) => {
      const answer = await sendFile<Uploaded>('POST', `/api/diploma-templates/pictures/${place}`, file);
      if ('fileId' in answer) onChange({ ...design, picture: { fileId: answer.fileId, place } });
      return answer;
    },
  });
  const { data } = uploading;
  const fault = data !== undefined && 'code' in data ? pictureFaultWords[data.code] : undefined;
  return (
    <Fieldset legend={words.picture}>
      <Stack gap="xs">
        <Problem error={uploading.error} />
        <Text size="sm">
          {design.picture === null ? words.noPicture : words.places[design.picture.place]}
        </Text>
        {picturePlaces.map((place) => (
          <FileInput
            key={place}
            label={words.places[place]}
            description={words.pictureHint}
            accept="image/png,image/jpeg"
            error={uploading.variables?.place === place ? fault : undefined}
            onChange={(file) => file !== null && uploading.mutate({ file, place })}
          />
        ))}
        {design.picture !== null && (
          <Button variant="default" onClick={() => onChange({ ...design, picture: null })}>
            {words.removePicture}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
