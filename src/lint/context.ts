import type { Resource, ResourceKind } from '../model/index.js'
import type { LiveFacts } from './live-facts.js'
import type { OptionTable, OptionValues } from './option.js'
import type { SuppressionUse } from './suppression.js'

/** All resources of a run. Facts about them are kept per project, so the object must be the same for a whole run. */
export interface Project {
  readonly resources: readonly Resource[]
}

/** What a rule may look at. Trees come from `queryOf` and `messageOf`, shared facts from `facts/`: each is made once. */
export interface RuleContext<K extends ResourceKind = ResourceKind, O extends OptionTable = OptionTable> {
  readonly resource: Extract<Resource, { kind: K }>
  readonly definition: Extract<Resource, { kind: K }>['definition']
  readonly options: OptionValues<O>
  readonly project: Project
  /** What the account knows; always there for rules that need it. */
  readonly live?: LiveFacts
  /** Codes that some rule reports, on or off: what has a rule of its own is not reported by a general one. */
  readonly ownedCodes: ReadonlySet<string>
  /** How the suppressions of this resource were used; complete only for rules that run last. */
  readonly suppressions: readonly SuppressionUse[]
}
