import { Ajv, type ValidateFunction } from 'ajv';
import { readSchema } from './schema-files.ts';

type Schema = Record<string, unknown>;
type Method = {
  params: { properties: Record<string, Schema>; required: string[] };
  responses: Record<string, string>;
};
type Combined = {
  methods: Record<string, Method>;
  definitions: Record<string, Schema & { properties?: Schema; required?: string[]; enum?: unknown[] }>;
};
type Overlay = {
  commonParams: Record<string, string>;
  extraParams: Record<string, Record<string, string>>;
  events: { add_types: string[] };
  jsonStringParams: string[];
};

export type VkSchema = ReturnType<typeof loadVkSchema>;

/** VK's own schema, mended by the overlay. Every check gives the violations, none when all is well. */
export function loadVkSchema() {
  const overlay = readSchema('vk-overlay.json') as Overlay;
  const combined = mended(readSchema('vk-5.199.combined.json') as Combined, overlay);
  const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true, formats: knownFormats });
  ajv.addSchema({ $id: 'vk', definitions: combined.definitions });
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

  return {
    /** `params` are texts, as they travel; each is read by its declared type first. */
    checkVkCall(name: string, params: Record<string, unknown>): string[] {
      const method = combined.methods[name];
      if (!method) return [`VK has no method ${name}`];
      const properties = paramsOf(name, method, overlay);
      const schema = () => ({
        type: 'object',
        properties,
        required: method.params.required,
        additionalProperties: false,
      });
      const typed = Object.fromEntries(
        Object.entries(params).map(([key, value]) => [key, typedParam(properties[key], value)]),
      );
      return [
        ...check(`call ${name}`, schema, typed),
        ...checkJsonParams(params, overlay, check),
        ...(name === 'messages.send' ? checkTogether(params) : []),
      ];
    },
    checkVkAnswer(name: string, body: unknown): string[] {
      const record = body as { error?: { error_code?: unknown; error_msg?: unknown } };
      if (record.error) return check('error', () => errorSchema, body);
      if (name === 'execute') return check('answer execute', () => executeSchema, body);
      const method = combined.methods[name];
      if (!method) return [`VK has no method ${name}`];
      const refs = Object.values(method.responses).map((one) => ({ $ref: `vk${one}` }));
      return check(`answer ${name}`, () => ({ anyOf: refs }), body);
    },
    checkVkEvent(event: { type?: unknown; object?: unknown }): string[] {
      const type = String(event.type);
      const definition = `callback_${type === 'message_edit' || type === 'message_reply' ? 'message' : type}`;
      const base = check('event', () => ({ $ref: 'vk#/definitions/callback_base' }), event);
      if (!combined.definitions[definition]) return [...base, `VK has no event ${type}`];
      return [
        ...base,
        ...check(`event ${type}`, () => ({ $ref: `vk#/definitions/${definition}` }), event.object),
      ];
    },
  };
}

const knownFormats = {
  int32: true,
  int64: true,
  value_object: true,
  uri: { type: 'string', validate: (text: string) => URL.canParse(text) },
} as const;

function mended(combined: Combined, overlay: Overlay): Combined {
  const { definitions } = combined;
  const perPeer = definitions.messages_send_user_ids_response_item;
  if (perPeer) perPeer.required = ['peer_id'];
  const types = definitions.callback_type;
  if (types?.enum) types.enum = [...types.enum, ...overlay.events.add_types];
  const pressed = definitions.callback_message_event?.properties;
  if (pressed) pressed.payload = { type: 'object' };
  const button = definitions.messages_keyboard_button?.properties;
  if (button)
    button.color = { type: 'string', enum: ['primary', 'secondary', 'positive', 'negative', 'default'] };
  for (const method of Object.values(combined.methods)) method.params = fromOutside(method.params);
  return combined;
}

/** A method's parameters are compiled apart from the definitions that they point to. */
function fromOutside<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/definitions/', '"vk#/definitions/')) as T;
}

function paramsOf(name: string, method: Method, overlay: Overlay): Record<string, Schema> {
  const extra = Object.entries({ ...overlay.commonParams, ...overlay.extraParams[name] });
  const plain = Object.entries(method.params.properties).map(([key, schema]): [string, Schema] => [
    key,
    overlay.jsonStringParams.includes(key) ? { type: 'string' } : schema,
  ]);
  return Object.fromEntries([...plain, ...extra.map(([key, types]) => [key, { type: types.split('|') }])]);
}

function typedParam(schema: Schema | undefined, value: unknown): unknown {
  if (typeof value !== 'string' || !schema) return value;
  const types = [schema.type].flat();
  if (types.includes('array')) {
    const items = schema.items as Schema | undefined;
    return value.split(',').map((one) => typedParam(items, one.trim()));
  }
  if (types.includes('boolean') && /^(0|1|true|false)$/.test(value)) return value === '1' || value === 'true';
  const isNumber = types.includes('integer') || types.includes('number');
  return isNumber && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

const jsonDefinitions: Record<string, string> = { keyboard: 'messages_keyboard' };

function checkJsonParams(
  params: Record<string, unknown>,
  overlay: Overlay,
  check: (key: string, schema: () => Schema, value: unknown) => string[],
): string[] {
  return overlay.jsonStringParams.flatMap((name) => {
    const text = params[name];
    if (typeof text !== 'string') return [];
    try {
      const value: unknown = JSON.parse(text);
      const definition = jsonDefinitions[name];
      if (!definition) return [];
      // VK itself takes keyboards that leave one_time out.
      const whole = name === 'keyboard' ? { one_time: false, ...(value as object) } : value;
      return check(`parameter ${name}`, () => ({ $ref: `vk#/definitions/${definition}` }), whole);
    } catch {
      return [`parameter ${name} is no JSON`];
    }
  });
}

/** The overlay's `requiredTogether` of messages.send. */
function checkTogether(params: Record<string, unknown>): string[] {
  const has = (...names: string[]) => names.some((name) => params[name] !== undefined);
  return [
    ...(has('random_id') ? [] : ['messages.send needs random_id']),
    ...(has('peer_id', 'peer_ids', 'user_id', 'user_ids', 'domain', 'chat_id')
      ? []
      : ['messages.send needs a peer']),
    ...(has('message', 'attachment') ? [] : ['messages.send needs a message or an attachment']),
  ];
}

const errorSchema: Schema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        error_code: { type: 'integer' },
        error_msg: { type: 'string' },
        request_params: {
          type: 'array',
          items: {
            type: 'object',
            properties: { key: { type: 'string' }, value: { type: 'string' } },
            required: ['key', 'value'],
          },
        },
      },
      required: ['error_code', 'error_msg'],
    },
  },
  required: ['error'],
  additionalProperties: false,
};

const executeSchema: Schema = {
  type: 'object',
  properties: {
    response: {},
    execute_errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          method: { type: 'string' },
          error_code: { type: 'integer' },
          error_msg: { type: 'string' },
        },
        required: ['method', 'error_code', 'error_msg'],
      },
    },
  },
  required: ['response'],
  additionalProperties: false,
};
