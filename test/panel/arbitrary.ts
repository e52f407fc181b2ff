import fc from 'fast-check';

export type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  prefixItems?: Schema[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  $ref?: string;
};

const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary', maxLength: 40 }));

/** Strings that broke programs before. */
const nasty = fc.constantFrom(
  '',
  ' ',
  '\0',
  '\ud800',
  "'; drop table person; --",
  '%',
  '_',
  '\\',
  '../../etc/passwd',
  '9'.repeat(40),
  '-1',
  '1e309',
  'NaN',
  '=1+1',
  '‮',
  'й'.repeat(5000),
);

/** Values that the schema describes; now and then, deep inside, one that it does not. */
export function valueLike(schema: Schema, schemas: Record<string, Schema>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: rightValue(schema, schemas) },
    { weight: 1, arbitrary: nasty },
    { weight: 1, arbitrary: anything },
  );
}

function rightValue(schema: Schema, schemas: Record<string, Schema>): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.replace('#/components/schemas/', '')];
    return target === undefined ? anything : valueLike(target, schemas);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return fc.oneof(...either.map((each) => valueLike(each, schemas)));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => rightValue({ ...schema, type }, schemas)));
  return plainValue(schema, schemas);
}

function plainValue(schema: Schema, schemas: Record<string, Schema>): fc.Arbitrary<unknown> {
  const { type, items, minimum = -5, maximum = 100_000 } = schema;
  if (type === 'object' || schema.properties !== undefined) return objectValue(schema, schemas);
  if (type === 'array')
    return fc.array(items === undefined ? anything : valueLike(items, schemas), { maxLength: 4 });
  if (type === 'integer')
    return fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31) });
  if (type === 'number') return fc.double({ min: minimum, max: maximum });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'string') return stringValue(schema);
  return anything;
}

function objectValue(schema: Schema, schemas: Record<string, Schema>): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, valueLike(each, schemas)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

function stringValue({ pattern, format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === 'date')
    return fc.oneof(
      fc
        .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      fc.constantFrom('0001-01-01', '9999-12-31', '2023-02-29'),
    );
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern?.includes('[1-9]\\d{0,17}') === true)
    return fc.oneof(
      fc.integer({ min: 1, max: 60 }).map(String),
      fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }).map(String),
    );
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern, 'u'));
    } catch {
      return fc.string();
    }
  }
  return fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 200) });
}
