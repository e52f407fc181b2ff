import { erasedMark, spellingsOf } from '../privacy/spellings.ts';

type Named = { surname: string; name: string; patronymic: string; phone: string | null };

/** Stands where a name stood that nobody let us publish. */
export const hiddenName = '[имя скрыто]';
export const hiddenContact = '[контакт скрыт]';

const email = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** As people write Russian numbers, of ten or eleven digits; short numbers, years and sums are none. */
const phone = /(?<![\d\w])(?:\+?7|8)?[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/gu;
/** VK's marks: `[id1|Анна]` is a person, `[club1|Школа]` a community. */
const personMark = /\[id\d+(?::[^\]|]*)?\|[^\]]*\]/gu;
const placeMark = /\[(?:club|public|event)\d+(?::[^\]|]*)?\|([^\]]*)\]/gu;
const barePerson = /(?<![\p{L}\d])[@*]id\d+(?:\s*\([^)]*\))?|(?:https?:\/\/)?(?:m\.)?vk\.(?:com|ru)\/id\d+/gu;
/** Pages under a name of their own, and whoever is called by it: a person's as often as not. What has a number is a place or a post. */
const page =
  /(?<![\p{L}\d.-])(?:https?:\/\/)?(?:(?:www|m)\.)?(?:vk\.(?:com|ru)\/(?!(?:wall|club|public|event|photo|video|clip|doc|topic|album|market)-?\d)|(?:t|wa)\.me\/|(?:ok\.ru|instagram\.com)\/)[\w.@+/-]*\w|(?<![\p{L}\d.])@[a-z][\w.]{2,}\w/giu;

/**
 * Somebody's own words for everybody to read: without contacts, without people whom VK marks as such, and without those of
 * `hidden`, in any case and order of their names. Who else is named in them no machine can tell.
 */
export function publicText(text: string, hidden: readonly Named[]): string {
  const plain = text
    .replace(personMark, hiddenName)
    .replace(barePerson, hiddenName)
    .replace(placeMark, '$1')
    .replace(email, hiddenContact)
    .replace(page, hiddenContact)
    .replace(phone, hiddenContact);
  return hidden.reduce((left, person) => {
    const spellings = spellingsOf(person, []);
    return spellings === null ? left : spellings.redact(left).replaceAll(erasedMark, hiddenName);
  }, plain);
}
