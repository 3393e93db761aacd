const text = { type: 'string', minLength: 1 } as const
const address = { type: 'string', pattern: "^https://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$" } as const
const message = {
  type: 'object',
  required: ['text'],
  properties: { text, markdown: text },
  additionalProperties: false,
} as const
const level = { enum: ['none', 'note', 'warning', 'error'] } as const

const rule = {
  type: 'object',
  required: ['id', 'shortDescription'],
  additionalProperties: false,
  properties: {
    id: text,
    name: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$' },
    shortDescription: message,
    fullDescription: message,
    help: message,
    helpUri: address,
    defaultConfiguration: { type: 'object', properties: { level }, additionalProperties: false },
    properties: {
      type: 'object',
      properties: { tags: { type: 'array', items: text, uniqueItems: true } },
      additionalProperties: false,
    },
  },
} as const

const positive = { type: 'integer', minimum: 1 } as const

/** A file by one of the two kinds of addresses; an absolute one has no base. */
function artifact(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties }
}

const location = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation', 'region'],
      additionalProperties: false,
      properties: {
        artifactLocation: {
          oneOf: [
            artifact({
              // A relative reference: no scheme, no leading slash, no character that would have to be encoded.
              uri: {
                type: 'string',
                pattern: "^(?![A-Za-z][A-Za-z0-9+.-]*:)[A-Za-z0-9._~!'()*%-][A-Za-z0-9._~!'()*%/-]*$",
              },
              uriBaseId: text,
            }),
            artifact({
              uri: { type: 'string', pattern: "^file:///(?:[A-Za-z]:/)?[A-Za-z0-9._~!'()*%/-]+$" },
            }),
          ],
        },
        region: {
          type: 'object',
          required: ['startLine'],
          additionalProperties: false,
          properties: { startLine: positive, startColumn: positive },
        },
      },
    },
    logicalLocations: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['fullyQualifiedName'],
        additionalProperties: false,
        properties: { fullyQualifiedName: text, kind: text },
      },
    },
  },
} as const

const result = {
  type: 'object',
  required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
  additionalProperties: false,
  properties: {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: { type: 'array', minItems: 1, maxItems: 1, items: location },
    partialFingerprints: { type: 'object', minProperties: 1, additionalProperties: text },
  },
} as const

/**
 * The part of SARIF 2.1.0 that dogma writes, and nothing else: every report that it accepts is valid by the schema of OASIS.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
 */
export const sarifSchema = {
  type: 'object',
  required: ['$schema', 'version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: address,
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results', 'columnKind'],
        additionalProperties: false,
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: result },
          tool: {
            type: 'object',
            required: ['driver'],
            additionalProperties: false,
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                additionalProperties: false,
                properties: {
                  name: text,
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  rules: { type: 'array', items: rule, uniqueItems: true },
                },
              },
            },
          },
        },
      },
    },
  },
} as const
