import { Anchor } from '@mantine/core';
import { Link, useParams } from 'wouter';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { DraftView } from './draft-view.tsx';
import { useMailing } from './mailing-data.ts';
import { StateBadge } from './mailing-list-page.tsx';
import { SentView } from './sent-view.tsx';

/** One message: written and checked while it is a draft, watched afterwards. */
export function MailingPage() {
  const { id = '' } = useParams();
  const mailing = useMailing(id);
  return (
    <Waiting query={mailing}>
      {(seen) => (
        <>
          <PageHead title={seen.data.title === '' ? words.untitled : seen.data.title}>
            <StateBadge state={seen.data.state} />
            <Anchor component={Link} href="/messages">
              {words.toList}
            </Anchor>
          </PageHead>
          {seen.data.state === 'draft' ? (
            <DraftView key={id} seen={seen} />
          ) : (
            <SentView mailing={seen.data} />
          )}
        </>
      )}
    </Waiting>
  );
}
