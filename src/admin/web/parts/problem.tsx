import { Alert, Button, List, Text } from '@mantine/core';
import { shellWords } from '../../../texts/panel/shell.ts';
import { ProblemError } from '../client.ts';

/** What went wrong, in words; `again` offers to try once more. */
export function Problem({ error, again }: { error: unknown; again?: () => void }) {
  if (error === null || error === undefined) return null;
  const { title, detail, faults } =
    error instanceof ProblemError
      ? error.problem
      : { title: shellWords.offline, detail: undefined, faults: undefined };
  return (
    <Alert color="red" title={title} role="alert" mb="md">
      {detail !== undefined && <Text size="sm">{detail}</Text>}
      {faults !== undefined && faults.length > 0 && (
        <List size="sm">
          {faults.map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>{message}</List.Item>
          ))}
        </List>
      )}
      {again !== undefined && (
        <Button mt="sm" size="xs" variant="default" onClick={again}>
          {shellWords.again}
        </Button>
      )}
    </Alert>
  );
}

/** What is wrong with one field of a form; for the `error` of an input. */
export function faultOf(error: unknown, path: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.faults?.find((fault) => fault.path === path)?.message;
}
