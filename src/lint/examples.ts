import type { Resource } from '../model/index.js'
import type { Finding } from './finding.js'
import type { Example, Rule } from './rule.js'
import { rules } from './rules/index.js'
import { lint } from './run.js'

/** The resources of an example: as given, or one by the name `example`. */
export function resourcesOfExample(example: Example): readonly Resource[] {
  if (example.resources !== undefined) return example.resources
  if (example.definition === undefined) return []
  return [
    {
      kind: kindOf(example.definition),
      key: 'example',
      management: {},
      definition: example.definition,
    } as Resource,
  ]
}

const sloTypes: ReadonlySet<unknown> = new Set(['metric', 'monitor', 'time_slice'])

/** A definition says by its fields what it is. */
function kindOf(definition: Resource['definition']): Resource['kind'] {
  if ('widgets' in definition) return 'dashboard'
  return 'type' in definition && sloTypes.has(definition.type) ? 'slo' : 'monitor'
}

/** What one rule, every other being off, finds in an example. User rules are tested the same way. */
export function findingsOfExample(rule: Rule, example: Example): Finding[] {
  const off = Object.fromEntries(rules.map(each => [each.id, 'off' as const]))
  const settings = { ...off, [rule.id]: [rule.severity, example.options ?? {}] as const }
  const custom = rules.includes(rule) ? {} : { custom: [rule] }
  const { today, live } = example
  const run = { ...(today !== undefined && { today }), ...(live !== undefined && { live }) }
  return lint(resourcesOfExample(example), { ...custom, rules: settings }, run)
}
