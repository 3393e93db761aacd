import type { Severity } from '../diagnostic/index.js'
import type { Definition, Json, Resource, ResourceKind } from '../model/index.js'
import type { RuleContext } from './context.js'
import type { Report } from './finding.js'
import type { LiveFacts } from './live-facts.js'
import type { OptionTable } from './option.js'

/** A definition, or several resources where the rule compares them. Examples are the rule's tests and its page. */
export interface Example {
  /** Says what to look at, where it is not plain. */
  readonly title?: string
  /** One resource of the rule's first kind, by the name `example`. */
  readonly definition?: Definition
  /** Instead of `definition`: whole resources. */
  readonly resources?: readonly Resource[]
  /** Options of the rule for this example. */
  readonly options?: Readonly<Record<string, Json>>
  /** The day of the run, for rules that know dates: `2026-03-01`. */
  readonly today?: string
  /** What the account knows, for rules that need it. */
  readonly live?: LiveFacts
}

export interface BadExample extends Example {
  /** A part of the finding's message. */
  readonly finds: string
}

/** In which set of rules a rule is: `strict` ones are on only with `extends: 'strict'` or when named in `rules`. */
export type RuleSet = 'recommended' | 'strict'

/** One thing that lint looks for. The same interface serves dogma's own rules and those that users write. */
export interface Rule<K extends ResourceKind = ResourceKind, O extends OptionTable = OptionTable> {
  /** `area/name`: stable; also the address of the rule's page and the word that disables it. */
  readonly id: `${string}/${string}`
  readonly severity: Severity
  /** In which set the rule is; `recommended` when absent. */
  readonly set?: RuleSet
  /** A short sentence of what the rule finds. */
  readonly title: string
  /** Two sentences: why it matters. */
  readonly why: string
  readonly howToFix: string
  /** Page of Datadog's documentation that the rule rests on. */
  readonly source?: string
  readonly options?: O
  readonly kinds: readonly K[]
  /** Codes of the query front end that this rule reports: it is asked only about monitors where one of them was found. */
  readonly reports?: readonly string[]
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly BadExample[] }
  /**
   * `first`: only for definitions that no other rule can look at. `project`: it compares resources, by what it `remembers`
   * of each, after all were looked at one by one. `last`: it is about what the others found.
   */
  readonly runs?: 'first' | 'project' | 'last'
  /** Takes from a resource, while its trees are there, what the rule will ask of it later. */
  remembers?(resource: Extract<Resource, { kind: K }>): unknown
  /** `live`: only asked where it is known what the account knows. */
  readonly needs?: 'live'
  /** Looks at one resource. A throw is reported as a failure of the rule, and the rest goes on. */
  check(context: RuleContext<K, O>): Reports
}

/** What a check may give: nothing, one report or several. */
// biome-ignore lint/suspicious/noConfusingVoidType: a user's check without a return statement is a check that found nothing.
export type Reports = Report | Iterable<Report> | undefined | void

/**
 * Declares a rule; gives it back unchanged, with its kinds and options known to the types.
 *
 * @example
 * export const noTodo = defineRule({
 *   id: 'acme/no-todo', severity: 'warning', kinds: ['monitor'], title: 'A message is unfinished.',
 *   why: 'Somebody will read it at night. TODO does not help them.', howToFix: 'Finish the message.',
 *   examples: { good: [], bad: [] },
 *   check: ({ definition }) => (definition.message?.includes('TODO') ? { message: 'The message holds TODO.' } : undefined),
 * })
 */
export function defineRule<const K extends ResourceKind, O extends OptionTable = Record<never, never>>(
  rule: Rule<K, O>,
): Rule<K, O> {
  return rule
}
