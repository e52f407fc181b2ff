import { expect, test } from 'vitest';
import { openApiDocument } from '../../src/admin/api/document.ts';
import { topics } from './topics.ts';

type Operation = { security?: unknown; 'x-callers'?: string };

test('every route that staff call has an expectation, and none is expected that is not there', async () => {
  const { paths } = (await openApiDocument()) as { paths: Record<string, Record<string, Operation>> };
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation['x-callers'] === 'staff')
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  const expected = Object.values(topics).flatMap(({ routes }) => Object.keys(routes));
  expect(routes.filter((name) => !expected.includes(name))).toEqual([]);
  expect(expected.filter((name) => !routes.includes(name))).toEqual([]);
});
