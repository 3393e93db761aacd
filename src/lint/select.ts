import type { Resource, ResourceKind } from '../model/index.js'
import { type ActiveRule, activeRules, type LintConfig, type LintOverride } from './config.js'
import { tagsOf } from './facts/tags.js'
import { glob } from './glob.js'
import type { Rule } from './rule.js'

/** Which rules run on a resource. Resources that match the same overrides share one list, so a disabled rule costs nothing. */
export function ruleSelector(
  rules: readonly Rule[],
  config: LintConfig,
): (resource: Resource) => readonly ActiveRule[] {
  const overrides = (config.overrides ?? []).map(override => ({
    rules: override.rules,
    applies: matcher(override),
  }))
  const lists = new Map<string, readonly ActiveRule[]>()
  return resource => {
    const matching = overrides.filter(override => override.applies(resource))
    const name = `${resource.kind} ${matching.map(override => overrides.indexOf(override)).join()}`
    let list = lists.get(name)
    if (list === undefined) {
      const layers = [config.rules ?? {}, ...matching.map(override => override.rules)]
      list = activeRules(forKind(rules, resource.kind), config.extends ?? 'recommended', layers)
      lists.set(name, list)
    }
    return list
  }
}

function forKind(rules: readonly Rule[], kind: ResourceKind): Rule[] {
  return rules.filter(rule => rule.kinds.includes(kind))
}

function matcher(override: LintOverride): (resource: Resource) => boolean {
  const files = anyOf(override.files)
  const keys = anyOf(override.keys)
  const tags = anyOf(override.tags)
  return resource => files([resource.origin?.file ?? '']) && keys([resource.key]) && tags(tagsOf(resource))
}

function anyOf(patterns: readonly string[] | undefined): (texts: readonly string[]) => boolean {
  if (patterns === undefined) return () => true
  const globs = patterns.map(glob)
  return texts => texts.some(text => globs.some(matches => matches(text)))
}
