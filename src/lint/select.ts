import type { Resource } from '../model/index.js'
import { type ActiveRule, activeRules, type LintConfig, type LintOverride } from './config.js'
import { tagsOf } from './facts/tags.js'
import { glob } from './glob.js'
import type { Rule } from './rule.js'

/** The rules that run on a resource, by when they are asked. */
export interface Selection {
  readonly all: readonly ActiveRule[]
  /** Asked about definitions that no other rule can look at. */
  readonly first: readonly ActiveRule[]
  readonly always: readonly ActiveRule[]
  /** Asked where the query front end found this code. */
  readonly byCode: ReadonlyMap<string, readonly ActiveRule[]>
  /** Asked when every resource has been looked at. */
  readonly project: readonly ActiveRule[]
  readonly last: readonly ActiveRule[]
}

/** Which rules run on a resource. Resources that match the same overrides share one list, so a disabled rule costs nothing. */
export function ruleSelector(rules: readonly Rule[], config: LintConfig): (resource: Resource) => Selection {
  const overrides = (config.overrides ?? []).map(override => ({
    rules: override.rules,
    applies: matcher(override),
  }))
  const known = new Map<string, Selection>()
  return resource => {
    const matching = overrides.filter(override => override.applies(resource))
    const name = `${resource.kind} ${matching.map(override => overrides.indexOf(override)).join()}`
    let selection = known.get(name)
    if (selection === undefined) {
      const layers = [config.rules ?? {}, ...matching.map(override => override.rules)]
      const ofKind = rules.filter(rule => rule.kinds.includes(resource.kind))
      selection = byTime(activeRules(ofKind, config.extends ?? 'recommended', layers))
      known.set(name, selection)
    }
    return selection
  }
}

function byTime(all: readonly ActiveRule[]): Selection {
  const byCode = new Map<string, ActiveRule[]>()
  for (const active of all) {
    for (const code of active.rule.reports ?? []) byCode.set(code, [...(byCode.get(code) ?? []), active])
  }
  return {
    all,
    first: all.filter(({ rule }) => rule.runs === 'first'),
    always: all.filter(({ rule }) => rule.runs === undefined && rule.reports === undefined),
    byCode,
    project: all.filter(({ rule }) => rule.runs === 'project'),
    last: all.filter(({ rule }) => rule.runs === 'last'),
  }
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
