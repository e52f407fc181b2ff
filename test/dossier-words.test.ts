import { expect, test } from 'vitest';
import { personTraces, traceName } from '../src/database/repositories/person-traces.ts';
import { sectionTitle } from '../src/texts/privacy-dossier.ts';

test('everything that leads to a person has a name that the person understands', () => {
  const nameless = personTraces.map(traceName).filter((name) => sectionTitle(name) === name);
  expect(nameless).toEqual([]);
});
