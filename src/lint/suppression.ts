import { isJsonObject, type Resource, type Suppression } from '../model/index.js'
import { kept } from './facts/memo.js'

/** How one suppression of a resource was used in a run. */
export interface SuppressionUse {
  readonly suppression: Suppression
  readonly index: number
  /** `off`: the rule did not run here. `unknown`: no rule has this id. */
  readonly state: 'used' | 'unused' | 'expired' | 'off' | 'unknown'
}

/**
 * The suppressions of a resource. Definitions are not always type-checked: what is no suppression becomes one that names no
 * rule, so that it hides nothing and is reported.
 */
const suppressionsOf = kept(({ management }: Resource): readonly Suppression[] => {
  const given: unknown = management.suppress ?? []
  return (Array.isArray(given) ? given : [given]).map(readSuppression)
})

function readSuppression(given: unknown): Suppression {
  if (!isJsonObject(given)) return { rule: '', reason: '' }
  const { rule, reason, until } = given
  return {
    rule: typeof rule === 'string' ? rule : '',
    reason: typeof reason === 'string' ? reason : '',
    ...(until !== undefined && { until: String(until) }),
  }
}

/** True when the suppression is about the rule: its id, or `area/*`. */
export function suppresses(suppression: Suppression, rule: string): boolean {
  return (
    suppression.rule === rule ||
    (suppression.rule.endsWith('/*') && rule.startsWith(suppression.rule.slice(0, -1)))
  )
}

/** The last day counts. Dates written as year-month-day compare as text. Without a day of the run nothing expires. */
export function isExpired(suppression: Suppression, today: string | undefined): boolean {
  return suppression.until !== undefined && today !== undefined && suppression.until < today
}

/** A suppression in force of this rule, if the resource has one. */
export function suppressionOf(
  resource: Resource,
  rule: string,
  today: string | undefined,
): Suppression | undefined {
  return suppressionsOf(resource).find(each => suppresses(each, rule) && !isExpired(each, today))
}

/** What the run knows about rules when it judges suppressions. */
export interface RunRules {
  readonly known: ReadonlySet<string>
  /** Ids that ran on the resource. */
  readonly ran: readonly string[]
  readonly today: string | undefined
}

/** The use of every suppression, given the rules whose findings were hidden. */
export function suppressionUses(
  resource: Resource,
  hidden: ReadonlySet<string>,
  rules: RunRules,
): SuppressionUse[] {
  return suppressionsOf(resource).map((suppression, index) => ({
    suppression,
    index,
    state: stateOf(suppression, hidden, rules),
  }))
}

function stateOf(
  suppression: Suppression,
  hidden: ReadonlySet<string>,
  rules: RunRules,
): SuppressionUse['state'] {
  if (![...rules.known].some(rule => suppresses(suppression, rule))) return 'unknown'
  if (isExpired(suppression, rules.today)) return 'expired'
  if (!rules.ran.some(rule => suppresses(suppression, rule))) return 'off'
  return [...hidden].some(rule => suppresses(suppression, rule)) ? 'used' : 'unused'
}
