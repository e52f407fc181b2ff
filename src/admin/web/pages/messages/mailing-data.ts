import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../api-types.ts';
import { answered, ask, client } from '../../client.ts';

type Json<
  Path extends keyof paths,
  Method extends keyof paths[Path],
  Status extends number,
> = paths[Path][Method] extends {
  responses: Record<Status, { content: { 'application/json': infer Body } }>;
}
  ? Body
  : never;

export type MailingView = Json<'/api/mailings/{id}', 'get', 200>;
export type MailingProgress = Json<'/api/mailings/{id}/progress', 'get', 200>;
export type MailingPreview = Json<'/api/mailings/{id}/preview', 'get', 200>;
export type MailingSummary = Json<'/api/mailings', 'get', 200>['items'][number];
export type Recipient = Json<'/api/mailings/{id}/recipients', 'get', 200>['items'][number];

export type Seen<View> = { data: View; version: string };

export const mailingsKey = ['mailings'] as const;
export const mailingKey = (id: string) => ['mailings', id] as const;

export function useMailing(id: string): UseQueryResult<Seen<MailingView>> {
  return useQuery({
    queryKey: mailingKey(id),
    queryFn: () => answered(client.GET('/api/mailings/{id}', { params: { path: { id } } })),
  });
}

/** What a form of a draft holds. */
export type MailingForm = {
  title: string;
  text: string;
  noNames: boolean;
  otherText: string;
  roles: string[];
  organizationIds: string[];
  applicationStates: string[];
  pairStates: string[];
  lacks: string | null;
  people: { id: string; name: string }[];
};

export const emptyForm: MailingForm = {
  title: '',
  text: '',
  noNames: false,
  otherText: '',
  roles: [],
  organizationIds: [],
  applicationStates: [],
  pairStates: [],
  lacks: null,
  people: [],
};

export function formOf({ title, text, namesOthers, otherText, audience, people }: MailingView): MailingForm {
  const { roles, organizationIds, applicationStates, pairStates, lacks } = audience;
  return {
    title,
    text,
    noNames: !namesOthers,
    otherText: otherText ?? '',
    roles: [...roles],
    organizationIds,
    applicationStates,
    pairStates: [...pairStates],
    lacks,
    people,
  };
}

type Body = NonNullable<paths['/api/mailings']['post']['requestBody']>['content']['application/json'];

export function bodyOf(form: MailingForm): Body {
  const { title, text, noNames, otherText, people, ...audience } = form;
  return {
    title,
    text,
    namesOthers: !noNames,
    otherText: noNames || otherText.trim() === '' ? null : otherText,
    audience: { ...audience, personIds: people.map(({ id }) => id) } as Body['audience'],
  };
}

/** Every organization in reach, for a choice of them. */
export function useOrganizations() {
  return useQuery({
    queryKey: ['organizations', 'choice'],
    staleTime: 300_000,
    queryFn: async () => {
      const found: { value: string; label: string }[] = [];
      for (let page = 1; ; page += 1) {
        const query = { page, size: 100 };
        const { items, total } = await ask(client.GET('/api/organizations', { params: { query } }));
        found.push(...items.map(({ id, shortName }) => ({ value: id, label: shortName })));
        if (items.length === 0 || found.length >= total) return found;
      }
    },
  });
}

/** An instant as staff read it, in the zone of the programme. */
export function instantText(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString('ru', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
