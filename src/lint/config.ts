import type { Severity } from '../diagnostic/index.js'
import type { Json } from '../model/index.js'
import type { Rule, RuleSet } from './rule.js'

export type RuleSeverity = 'off' | Severity

/** A severity, or a severity with values for the rule's options. */
export type RuleSetting = RuleSeverity | readonly [RuleSeverity, Readonly<Record<string, Json>>]

export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** Other settings for some resources. A resource must match every list that is given, by any of its entries. */
export interface LintOverride {
  /** Globs over the file in which the author wrote the resource. */
  readonly files?: readonly string[]
  /** Globs over the resource's key. */
  readonly keys?: readonly string[]
  /** Globs over the resource's tags: `team:sre`, `env:*`. */
  readonly tags?: readonly string[]
  readonly rules: RuleSettings
}

/** The `lint` part of `dogma.config.ts`. Later settings win: the set, then `rules`, then `overrides` in order. */
export interface LintConfig {
  readonly extends?: RuleSet
  readonly rules?: RuleSettings
  readonly overrides?: readonly LintOverride[]
  /** The organisation's own rules, written with `defineRule`. They are on unless `rules` turns them off. */
  readonly custom?: readonly Rule[]
}

/** A rule as it runs on a resource: with its severity and the values of its options. */
export interface ActiveRule {
  readonly rule: Rule
  readonly severity: Severity
  readonly options: Readonly<Record<string, Json>>
  readonly hasOptions: boolean
}

/** The rules that are on, in their order, after all layers of settings. */
export function activeRules(
  rules: readonly Rule[],
  extended: RuleSet,
  layers: readonly RuleSettings[],
): ActiveRule[] {
  return rules.flatMap(rule => activeRule(rule, extended, layers) ?? [])
}

function activeRule(rule: Rule, extended: RuleSet, layers: readonly RuleSettings[]): ActiveRule | undefined {
  const isOn = extended === 'strict' || rule.set !== 'strict'
  let severity: RuleSeverity = isOn ? rule.severity : 'off'
  let options = defaultsOf(rule)
  for (const layer of layers) {
    const setting = Object.hasOwn(layer, rule.id) ? layer[rule.id] : undefined
    if (setting === undefined) continue
    severity = typeof setting === 'string' ? setting : setting[0]
    if (typeof setting !== 'string') options = { ...options, ...setting[1] }
  }
  return severity === 'off' ? undefined : { rule, severity, options, hasOptions: rule.options !== undefined }
}

function defaultsOf(rule: Rule): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
  )
}
