import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, callOf, jsonLiteral, objectOf } from '../code/index.js'

/** `variable('env', { default: 'staging' })`, or its JSON where the builder would write another. */
export function variableCode(definition: JsonObject): Code {
  return builtVariable(definition) ?? jsonLiteral(definition)
}

function builtVariable(definition: JsonObject): Code | undefined {
  const { name, prefix, default: one, defaults, available_values: values, type, ...extra } = definition
  const isName = typeof name === 'string' && /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name)
  const isPlain =
    isName &&
    (prefix === null || typeof prefix === 'string') &&
    isAbsentOr('string', one) &&
    isAbsentOr('string', type) &&
    isTexts(defaults) &&
    isTexts(values) &&
    (one === undefined || defaults === undefined)
  if (!isPlain) return undefined
  const options = objectOf([
    ['prefix', prefix === name ? undefined : prefix],
    ['default', one as string | undefined],
    ['defaults', defaults && jsonLiteral(defaults)],
    ['values', values && jsonLiteral(values)],
    ['type', type as string | undefined],
    ['extra', Object.keys(extra).length === 0 ? undefined : jsonLiteral(extra)],
  ])
  const isEmpty = options.kind === 'object' && options.members.length === 0
  return callOf('variable', name, ...(isEmpty ? [] : [options]))
}

/** `preset('Production', { env: 'prod' })`, or its JSON where the builder would write or allow another. */
export function presetCode(definition: JsonObject, variables: readonly (Json | undefined)[]): Code {
  const { name, template_variables: values, ...rest } = definition
  const members = Array.isArray(values) ? values.map(presetMember) : [undefined]
  const keys = members.map(member => member?.[0])
  const isPlain =
    typeof name === 'string' &&
    Object.keys(rest).length === 0 &&
    members.every(member => member !== undefined) &&
    keys.every(key => variables.includes(key)) &&
    new Set(keys).size === keys.length
  return isPlain ? callOf('preset', name, objectOf(members)) : jsonLiteral(definition)
}

function presetMember(value: Json): readonly [string, Code] | undefined {
  if (!isJsonObject(value)) return undefined
  const { name, value: one, values, ...rest } = value
  // Names that look like numbers would change places in an object.
  if (typeof name !== 'string' || /^\d+$/.test(name) || name === '__proto__' || Object.keys(rest).length > 0)
    return undefined
  if (typeof one === 'string' && values === undefined) return [name, jsonLiteral(one)]
  return one === undefined && values !== undefined && isTexts(values)
    ? [name, jsonLiteral(values)]
    : undefined
}

function isAbsentOr(type: 'string', value: Json | undefined): boolean {
  return value === undefined || typeof value === type
}

function isTexts(value: Json | undefined): boolean {
  return value === undefined || (Array.isArray(value) && value.every(each => typeof each === 'string'))
}
