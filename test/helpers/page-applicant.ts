import type { ChatPerson } from './applicant.ts';
import { type Browser, browser } from './browser.ts';

/** Opens our page by the newest link that the chat shows, at the address where it really listens. */
export async function opensPage(person: ChatPerson, pageUrl: string): Promise<Browser> {
  const link = person.phone
    .fromBot()
    .flatMap(({ keyboard }) => keyboard?.rows.flat() ?? [])
    .findLast(({ url }) => url?.includes('/go/'));
  if (link?.url === undefined) throw new Error(`${person.phone.chat.id} was given no link`);
  const page = browser(pageUrl);
  await page.opens(pageUrl + new URL(link.url).pathname);
  return page;
}

/** Answers whatever the page asks, consents too but for those named in `not`; up to the summary or where others are waited for. */
export async function fills(
  page: Browser,
  answers: Readonly<Record<string, string | string[]>>,
  not: readonly string[] = [],
): Promise<void> {
  for (let before = ''; before !== page.now().text; ) {
    before = page.now().text;
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(before)?.[1] ?? '';
    const asked = [...before.matchAll(/name="asked" value="([^"]+)"/g)].map(([, key = '']) => key);
    const question = value('question');
    if (question !== '') {
      const answer = not.includes(question) ? 'no' : 'yes';
      await page.post('/my/consent', { question, text: value('text'), answer });
    } else if (asked.length > 0) {
      await page.post('/my/answers', { ...answers, asked });
    }
  }
}
