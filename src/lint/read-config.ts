import { type Diagnostic, didYouMean } from '../diagnostic/index.js'
import type { Json } from '../model/index.js'
import type { LintConfig, LintOverride, RuleSetting, RuleSettings } from './config.js'
import type { Rule } from './rule.js'

/** A configuration that is safe to use, and what had to be left out of it. */
export interface ConfigRead {
  readonly config: LintConfig
  readonly problems: readonly Diagnostic[]
}

/**
 * Reads the `lint` part of a configuration, which nobody may have type-checked. What does not have the right form is left out
 * and told; whether rules and options exist is told by `checkConfig`.
 *
 * @example
 * readConfig({ rules: { 'repo/priority': 7 } }).problems[0].message // '`rules["repo/priority"]` is neither …'
 */
export function readConfig(given: unknown): ConfigRead {
  const problems: Diagnostic[] = []
  const tell = (message: string, hint: string) => {
    problems.push({ code: 'lint/config', severity: 'error', message, hint })
  }
  if (!isRecord(given)) {
    if (given !== undefined)
      tell('`lint` is not an object.', "Write `lint: { rules: { 'repo/priority': 'off' } }`.")
    return { config: {}, problems }
  }
  unknownKeys(given, ['extends', 'rules', 'overrides', 'custom'], '`lint`', tell)
  const rules = settingsIn(given.rules, '`rules`', tell)
  const overrides = listIn(given.overrides, '`overrides`', tell).flatMap((each, index) =>
    overrideIn(each, `\`overrides[${index}]\``, tell),
  )
  const custom = listIn(given.custom, '`custom`', tell).flatMap((each, index) =>
    isRule(each, `\`custom[${index}]\``, tell) ? [each] : [],
  )
  const config = {
    ...(given.extends !== undefined && { extends: given.extends as NonNullable<LintConfig['extends']> }),
    ...(given.rules !== undefined && { rules }),
    ...(given.overrides !== undefined && { overrides }),
    ...(given.custom !== undefined && { custom }),
  }
  return { config, problems }
}

type Tell = (message: string, hint: string) => void

type Fields = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unknownKeys(value: Fields, known: readonly string[], name: string, tell: Tell): boolean {
  const unknown = Object.keys(value).filter(key => !known.includes(key))
  for (const key of unknown) {
    tell(
      `${name} has the unknown setting \`${key}\`.`,
      didYouMean(key, known) ?? `Known here: ${known.join(', ')}.`,
    )
  }
  return unknown.length > 0
}

function listIn(value: unknown, name: string, tell: Tell): readonly unknown[] {
  if (value === undefined || Array.isArray(value)) return value ?? []
  tell(`${name} is not a list.`, 'Put `[` and `]` around it.')
  return []
}

function settingsIn(value: unknown, name: string, tell: Tell): RuleSettings {
  if (value === undefined) return {}
  if (!isRecord(value)) {
    tell(`${name} is not an object.`, "Write the rules with their severities: `{ 'repo/priority': 'off' }`.")
    return {}
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([rule, setting]) => {
      const read = settingIn(setting)
      if (read !== undefined) return [[rule, read] as const]
      const place = `${name.slice(0, -1)}[${JSON.stringify(rule)}]\``
      tell(
        `${place} is neither a severity nor a list of a severity and options.`,
        "Write `'warning'`, or `['warning', { option: 'value' }]`.",
      )
      return []
    }),
  )
}

function settingIn(value: unknown): RuleSetting | undefined {
  // Which words are severities is told by the check of the configuration.
  if (typeof value === 'string') return value as RuleSetting
  if (!Array.isArray(value)) return undefined
  const [severity, options = {}, ...rest] = value
  const isRight = typeof severity === 'string' && isRecord(options) && rest.length === 0
  return isRight ? [severity as 'off', options as Readonly<Record<string, Json>>] : undefined
}

const conditions = ['files', 'keys', 'tags'] as const

/** An override whose condition cannot be read would hold everywhere, so it is left out as a whole. */
function overrideIn(value: unknown, name: string, tell: Tell): readonly LintOverride[] {
  if (!isRecord(value)) {
    tell(`${name} is not an object.`, "Write `{ files: ['monitors/web/**'], rules: { … } }`.")
    return []
  }
  const hasUnknown = unknownKeys(value, [...conditions, 'rules'], name, tell)
  const wrong = conditions.filter(key => value[key] !== undefined && !isTextList(value[key]))
  for (const key of wrong)
    tell(`\`${key}\` of ${name} is not a list of texts.`, `Write \`${key}: ['web-*']\`.`)
  if (value.rules === undefined)
    tell(`${name} has no \`rules\`.`, 'Say what is different there, or remove it.')
  if (hasUnknown || wrong.length > 0 || value.rules === undefined) return []
  const lists: Pick<LintOverride, 'files' | 'keys' | 'tags'> = value
  return [{ ...lists, rules: settingsIn(value.rules, name, tell) }]
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

const texts = ['id', 'title', 'why', 'howToFix'] as const
const severities: readonly unknown[] = ['error', 'warning', 'info']
const kinds: readonly unknown[] = ['monitor', 'slo', 'dashboard']

function isRule(value: unknown, name: string, tell: Tell): value is Rule {
  const hint = 'Make it with `defineRule` and the fields of its example.'
  if (!isRecord(value)) {
    tell(`${name} is not a rule.`, hint)
    return false
  }
  const wrong = wrongFields(value)
  if (wrong.length === 0) return true
  const named = typeof value.id === 'string' ? `The rule \`${value.id}\` (${name})` : name
  tell(`${named} cannot be used: ${wrong.join(', ')}.`, hint)
  return false
}

function wrongFields(rule: Fields): readonly string[] {
  const { severity, kinds: of, check, id, examples } = rule
  const isKinds = Array.isArray(of) && of.length > 0 && of.every(kind => kinds.includes(kind))
  const lists = isRecord(examples) ? [examples.good, examples.bad] : []
  return [
    ...texts.filter(field => typeof rule[field] !== 'string').map(field => `\`${field}\` is not a text`),
    ...(typeof id === 'string' && !/^[^/\s]+\/\S+$/.test(id) ? ['`id` is not like `acme/no-todo`'] : []),
    ...(severities.includes(severity) ? [] : ['`severity` is not error, warning or info']),
    ...(isKinds ? [] : ['`kinds` is not a list of monitor, slo and dashboard']),
    ...(typeof check === 'function' ? [] : ['`check` is not a function']),
    ...(lists.length === 2 && lists.every(Array.isArray) ? [] : ['`examples` has no lists `good` and `bad`']),
  ]
}
