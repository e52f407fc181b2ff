import { Ajv, type ValidateFunction } from 'ajv';
import { readSchema } from './schema-files.ts';

type Field = { name: string; types: string[]; required: boolean };
type Shape = { fields?: Field[]; subtypes?: string[]; returns?: string[] };
type Schema = Record<string, unknown>;

/** What grammY 1.46 (Bot API 10.3) may say and the schema (10.1) does not know yet: `type.field` or `method.field`. */
const newerFields: Record<string, string[]> = {};

export type Check = (value: unknown) => string[];

export type TelegramSchema = ReturnType<typeof loadTelegramSchema>;

/** The Bot API's description compiled for ajv. Every check gives the violations, none when all is well. */
export function loadTelegramSchema() {
  const api = readSchema('telegram/api.min.json') as {
    methods: Record<string, Shape>;
    types: Record<string, Shape>;
  };
  const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true });
  const definitions = Object.fromEntries(
    Object.entries(api.types).map(([name, shape]) => [name, typeSchema(name, shape)]),
  );
  ajv.addSchema({ $id: 'telegram', definitions });
  const names = new Map(Object.keys(api.methods).map((name) => [name.toLowerCase(), name]));
  const compiled = new Map<string, ValidateFunction>();

  function check(key: string, schema: () => Schema, value: unknown): string[] {
    let validate = compiled.get(key);
    if (!validate) {
      validate = ajv.compile(schema());
      compiled.set(key, validate);
    }
    if (validate(value)) return [];
    const errors = validate.errors ?? [];
    return errors.map((one) => `${key}${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`);
  }

  function method(name: string): Shape | undefined {
    return api.methods[names.get(name.toLowerCase()) ?? ''];
  }

  return {
    checkTelegramCall(name: string, params: unknown): string[] {
      const shape = method(name);
      if (!shape) return [`Telegram has no method ${name}`];
      return check(`call ${name}`, () => objectSchema(name, shape.fields ?? []), params);
    },
    checkTelegramAnswer(name: string, result: unknown): string[] {
      const shape = method(name);
      if (!shape) return [`Telegram has no method ${name}`];
      return check(`answer ${name}`, () => anyOf(shape.returns ?? []), result);
    },
    checkTelegramUpdate(update: unknown): string[] {
      return check('update', () => ref('Update'), update);
    },
  };
}

function typeSchema(name: string, { fields, subtypes }: Shape): Schema {
  if (subtypes) return anyOf(subtypes);
  return objectSchema(name, fields ?? []);
}

function objectSchema(name: string, fields: Field[]): Schema {
  const known = fields.map((field) => [field.name, anyOf(field.types)]);
  const newer = (newerFields[name] ?? []).map((field) => [field, {}]);
  return {
    type: 'object',
    properties: Object.fromEntries([...known, ...newer]),
    required: fields.filter((field) => field.required).map((field) => field.name),
    additionalProperties: false,
  };
}

function anyOf(types: string[]): Schema {
  const schemas = types.map(valueSchema);
  return schemas.length === 1 ? (schemas[0] ?? {}) : { anyOf: schemas };
}

function valueSchema(type: string): Schema {
  if (type.startsWith('Array of '))
    return { type: 'array', items: valueSchema(type.slice('Array of '.length)) };
  switch (type) {
    case 'Integer':
      return { type: 'integer' };
    case 'Float':
      return { type: 'number' };
    case 'Boolean':
      return { type: 'boolean' };
    case 'String':
    // A file travels beside the parameters, which then name it: attach://….
    case 'InputFile':
      return { type: 'string' };
    default:
      return ref(type);
  }
}

function ref(type: string): Schema {
  return { $ref: `telegram#/definitions/${type}` };
}
