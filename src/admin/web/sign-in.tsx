import { useRoute } from 'wouter';
import { AskPage } from './pages/sign-in/ask-page.tsx';
import { FactorPage } from './pages/sign-in/factor-page.tsx';
import { FirstPage } from './pages/sign-in/first-page.tsx';
import { LinkPage } from './pages/sign-in/link-page.tsx';
import type { Self } from './self.ts';

/** The ways in; `self`: signed in, but for the second factor. */
export function SignIn({ self }: { self: Self | null }) {
  const [, link] = useRoute('/sign-in/:secret');
  const [, first] = useRoute('/first/:secret');
  if (first?.secret !== undefined) return <FirstPage secret={first.secret} />;
  if (self !== null) return <FactorPage />;
  if (link?.secret !== undefined) return <LinkPage key={link.secret} secret={link.secret} />;
  return <AskPage />;
}
