import { Anchor } from '@mantine/core';
import { Link } from 'wouter';

type Names = { surname: string; name: string; patronymic: string };

export function fullNameOf({ surname, name, patronymic }: Names): string {
  return [surname, name, patronymic].filter((part) => part !== '').join(' ');
}

/** Leads to the person's card. */
export function PersonName({ person }: { person: Names & { id: string } }) {
  return (
    <Anchor component={Link} href={`/people/${person.id}`}>
      {fullNameOf(person)}
    </Anchor>
  );
}
