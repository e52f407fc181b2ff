// OpenAPI 3.1 → TypeScript, as far as our own document goes: what it does not know stops it.
const methods = ['get', 'put', 'post', 'patch', 'delete'];

export function typesOf(document) {
  const lines = [
    '// Written by `npm run api-types` from the OpenAPI document; a test compares them. Not to be edited.',
    'export type paths = {',
  ];
  for (const [path, operations] of Object.entries(document.paths ?? {}).sort(byName)) {
    lines.push(`  ${JSON.stringify(path)}: {`, '    parameters: Parameters;');
    for (const method of methods) {
      const operation = operations[method];
      lines.push(
        operation === undefined ? `    ${method}?: never;` : `    ${method}: ${operationType(operation)};`,
      );
    }
    lines.push('  };');
  }
  lines.push(
    '};',
    '',
    'type Parameters = { query?: never; header?: never; path?: never; cookie?: never };',
    '',
  );
  lines.push('export type components = {', '  schemas: {');
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {}).sort(byName))
    lines.push(`    ${name}: ${typeOf(schema)};`);
  lines.push('  };', '};', '');
  return lines.join('\n');
}

const byName = ([one], [other]) => (one < other ? -1 : 1);

function operationType({ parameters = [], requestBody, responses }) {
  const given = ['query', 'header', 'path', 'cookie'].map((place) => {
    const here = parameters.filter((each) => each.in === place);
    if (here.length === 0) return `${place}?: never`;
    const optional = here.every((each) => !each.required) ? '?' : '';
    const fields = here.map((each) => `${key(each.name)}${each.required ? '' : '?'}: ${typeOf(each.schema)}`);
    return `${place}${optional}: { ${fields.join('; ')} }`;
  });
  const body =
    requestBody === undefined
      ? 'requestBody?: never'
      : `requestBody${requestBody.required ? '' : '?'}: { content: ${content(requestBody.content)} }`;
  const answers = Object.entries(responses ?? {}).map(([status, answer]) => {
    const inside = answer.content === undefined ? 'content?: never' : `content: ${content(answer.content)}`;
    return `${status}: { headers: { [name: string]: unknown }; ${inside} }`;
  });
  return `{ parameters: { ${given.join('; ')} }; ${body}; responses: { ${answers.join('; ')} } }`;
}

function content(types) {
  return `{ ${Object.entries(types)
    .map(
      ([type, { schema }]) => `${JSON.stringify(type)}: ${schema === undefined ? 'unknown' : typeOf(schema)}`,
    )
    .join('; ')} }`;
}

const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

function typeOf(schema) {
  if (schema === true || schema === undefined || Object.keys(schema).length === 0) return 'unknown';
  if (schema.$ref)
    return `components['schemas'][${JSON.stringify(schema.$ref.replace('#/components/schemas/', ''))}]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map((each) => `(${typeOf(each)})`).join(' | ');
  if (schema.allOf) return schema.allOf.map((each) => `(${typeOf(each)})`).join(' & ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ');
  if (schema.type === 'object' || schema.properties || schema.additionalProperties) return objectType(schema);
  if (schema.type === 'array') {
    if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
    return `(${typeOf(schema.items)})[]`;
  }
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'string') return schema.format === 'binary' ? 'Blob' : 'string';
  if (schema.type === 'boolean' || schema.type === 'null') return schema.type;
  if (schema.description !== undefined || schema.default !== undefined) return 'unknown';
  throw new Error(`no type for ${JSON.stringify(schema)}`);
}

function objectType({ properties = {}, required = [], additionalProperties }) {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  if (additionalProperties === undefined || additionalProperties === false) return 'Record<string, never>';
  return `{ [key: string]: ${typeOf(additionalProperties === true ? {} : additionalProperties)} }`;
}
