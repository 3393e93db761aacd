import { type Diagnostic, didYouMean } from '../diagnostic/index.js'
import type { Json } from '../model/index.js'
import type { LintConfig, RuleSetting, RuleSettings } from './config.js'
import type { OptionValue } from './option.js'
import type { Rule } from './rule.js'
import { otherRule } from './rule-list.js'

const code = 'lint/config'
const severities: readonly string[] = ['off', 'info', 'warning', 'error']

/** What is wrong with a lint configuration: unknown rules and options, wrong severities, values of the wrong type. */
export function checkConfig(config: LintConfig, rules: readonly Rule[]): Diagnostic[] {
  const byId = new Map(rules.map(rule => [rule.id as string, rule]))
  const layers = [config.rules ?? {}, ...(config.overrides ?? []).map(override => override.rules)]
  return [...checkSet(config), ...layers.flatMap(layer => checkLayer(layer, byId)), ...checkIds(rules)]
}

function checkSet(config: LintConfig): Diagnostic[] {
  const set: string = config.extends ?? 'recommended'
  if (set === 'recommended' || set === 'strict') return []
  return [problem(`There is no set of rules \`${set}\`.`, 'Write `recommended` or `strict`.')]
}

function checkIds(rules: readonly Rule[]): Diagnostic[] {
  const seen = new Set<string>()
  return rules.flatMap(rule => {
    const isNew = !seen.has(rule.id)
    seen.add(rule.id)
    return isNew ? [] : [problem(`Two rules have the id \`${rule.id}\`.`, 'Give your own rule another area.')]
  })
}

function checkLayer(layer: RuleSettings, byId: ReadonlyMap<string, Rule>): Diagnostic[] {
  return Object.entries(layer).flatMap(([id, setting]) => {
    const rule = byId.get(id)
    return rule === undefined ? [unknownRule(id, byId.keys())] : checkSetting(rule, setting)
  })
}

function unknownRule(id: string, known: Iterable<string>): Diagnostic {
  return problem(`There is no lint rule \`${id}\`.`, otherRule(id, [...known]))
}

function checkSetting(rule: Rule, setting: RuleSetting): Diagnostic[] {
  const [severity, options] = typeof setting === 'string' ? [setting, {}] : setting
  const wrong = severities.includes(severity)
    ? []
    : [
        problem(
          `\`${severity}\` is not a severity of \`${rule.id}\`.`,
          `Write one of: ${severities.join(', ')}.`,
        ),
      ]
  return [...wrong, ...Object.entries(options).flatMap(([name, value]) => checkOption(rule, name, value))]
}

function checkOption(rule: Rule, name: string, value: Json): Diagnostic[] {
  const known = rule.options ?? {}
  const option = Object.hasOwn(known, name) ? known[name] : undefined
  if (option === undefined) {
    const hint =
      didYouMean(name, Object.keys(known)) ?? `Its options are: ${Object.keys(known).join(', ') || 'none'}.`
    return [problem(`The rule \`${rule.id}\` has no option \`${name}\`.`, hint)]
  }
  if (typeName(value) === typeName(option.default)) return []
  return [
    problem(
      `The option \`${name}\` of \`${rule.id}\` must be ${typeName(option.default)}.`,
      option.description,
    ),
  ]
}

function typeName(value: Json | OptionValue): string {
  if (!Array.isArray(value)) return value === null ? 'null' : `a ${typeof value}`
  return value.every(item => typeof item === 'string') ? 'a list of strings' : 'a list'
}

function problem(message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, hint }
}
