import type { JsonObject } from '../model/index.js'
import type { Step, StringLiteral } from '../query/index.js'
import { type AlertCondition, alertCondition } from './condition.js'
import { definitionError } from './definition-error.js'
import { nowhere, numberNode, stepNode, stringNode } from './nodes.js'

/** How many statuses in a row change the state. */
export interface StatusCounts {
  /** As many as Datadog takes by itself when absent. */
  readonly critical?: number
  readonly warning?: number
  /** So many OKs in a row recover. */
  readonly ok?: number
  readonly unknown?: number
}

type KeyOf<TagText extends string> = TagText extends `${infer Key}:${string}` ? Key : never

/** The statuses of a check, by its groups. */
export interface ServiceCheck<Groups extends string = never, Tags extends string = never> {
  /** Only what has all these tags: `.over('env:prod', 'service:db')`. */
  over<const Texts extends readonly string[]>(
    ...tags: Texts
  ): ServiceCheck<Groups, Tags | KeyOf<Texts[number]>>
  /** Not what has any of these tags. */
  exclude(...tags: readonly string[]): ServiceCheck<Groups, Tags>
  /** One alert for each combination of these tags. */
  by<Keys extends string>(...keys: readonly Keys[]): ServiceCheck<Groups | Keys, Tags>
  /** Looks at so many statuses; at least as many as the highest count. */
  last(statuses: number): StatusEvaluation<Groups, Groups | Tags>
}

/** The next word says what the statuses are compared with. */
export interface StatusEvaluation<Groups extends string = string, Tags extends string = string> {
  /** Alerts after so many statuses in a row; without counts, after as many as Datadog takes by itself. */
  countByStatus(counts?: StatusCounts): AlertCondition<'service check', Groups, Tags>
  /** Cluster alert: alerts when so many percent of the groups have the status. */
  pctByStatus(percentages?: StatusCounts): AlertCondition<'service check', Groups, Tags>
}

/**
 * The statuses that a check reports.
 * @example serviceCheck('http.can_connect').over('env:prod').by('host').last(4).countByStatus({ critical: 3, ok: 2 })
 */
export function serviceCheck(check: string): ServiceCheck {
  return withSteps(stringNode(check, '"'), [])
}

function withSteps(check: StringLiteral, steps: readonly Step[]): ServiceCheck<never, never> {
  const add = (name: string, texts: readonly string[]) =>
    withSteps(check, [
      ...steps,
      stepNode(
        name,
        texts.map(text => stringNode(text, '"')),
      ),
    ])
  return {
    over: (...tags) => add('over', tags),
    exclude: (...tags) => add('exclude', tags),
    by: (...keys) => add('by', keys),
    last: statuses => statusEvaluation(check, [...steps, stepNode('last', [numberNode(statuses)])], statuses),
  }
}

function statusEvaluation(
  check: StringLiteral,
  steps: readonly Step[],
  looked: number,
): StatusEvaluation<never, never> {
  const finish = (name: string, counts?: StatusCounts): AlertCondition<'service check', never, never> => {
    const query = {
      kind: 'service-check',
      check,
      steps: [...steps, stepNode(name, [])],
      span: nowhere,
    } as const
    const owned = counts === undefined ? {} : { thresholds: definedCounts(counts) }
    return alertCondition('service check', query, undefined, owned)
  }
  return {
    countByStatus: counts => finish('count_by_status', counts && checkedCounts(counts, looked)),
    pctByStatus: percentages => finish('pct_by_status', percentages),
  }
}

/** The API refuses a window that is shorter than a count. */
function checkedCounts(counts: StatusCounts, looked: number): StatusCounts {
  const highest = Math.max(...Object.values(counts).filter(count => count !== undefined))
  if (highest <= looked) return counts
  throw definitionError(
    'dsl/check-window',
    `\`.last(${looked})\` looks at fewer statuses than the count of ${highest}.`,
    {
      hint: `Write \`.last(${highest + 1})\`, one more than the highest count, as Datadog's own form does.`,
    },
  )
}

function definedCounts(counts: StatusCounts): JsonObject {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined))
}
