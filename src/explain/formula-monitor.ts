import { isJsonObject } from '../model/index.js'
import type { FormulaMonitorQuery } from '../query/index.js'
import { isWritten, thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { stepSentence, whyOfStep } from './event.js'
import { groupsOfMonitor } from './groups.js'
import { addMetricParts } from './metric.js'
import type { MonitorContext } from './monitor-context.js'
import { addPart, type Pieces } from './pieces.js'
import { type Phrase, phrase } from './sentences.js'
import { withoutGroups } from './shared-scope.js'
import { argumentTexts, stepNamed, stepText, stepWindow } from './steps.js'
import { unitOfQuery } from './unit.js'
import { valuePhrase } from './value.js'

export function formulaSummary(query: FormulaMonitorQuery, context: MonitorContext): Phrase {
  const last = stepNamed(query.steps, 'last', 'current')
  const window = last === undefined ? undefined : stepWindow(last)
  const form = last?.name === 'current' ? ({ form: 'current' } as const) : {}
  const threshold = thresholdOf(query.condition)
  const groups = groupsOfMonitor(query, context.options?.variables)
  const rollup = stepNamed(query.steps, 'rollup')
  const judged = costJudged(query)
  const reduced = judged === undefined ? reduction(query.formula, context) : undefined
  const method = rollup === undefined ? reduced : argumentTexts(rollup)[0]
  return phrase('summary/formula-monitor', {
    value: withoutGroups(valuePhrase(query.formula, context), groups),
    bare: query.formula.kind === 'query-name',
    comparator: query.condition.comparator,
    groups,
    ...(window === undefined ? {} : { window: { ...window, ...form } }),
    ...defined({ threshold, unit: unitOfQuery(query, context.options?.variables), method, judged }),
  })
}

/** A query that is the whole formula says itself how its window becomes one number. */
function reduction(formula: FormulaMonitorQuery['formula'], { options }: MonitorContext): string | undefined {
  if (formula.kind !== 'query-name' || !Array.isArray(options?.variables)) return undefined
  const named = options.variables.find(one => isJsonObject(one) && one.name === formula.name)
  return isJsonObject(named) && typeof named.aggregator === 'string' ? named.aggregator : undefined
}

/** True where every named query searches events; undefined where one has points, or none is known. */
function onSearches({ options }: MonitorContext): true | undefined {
  const queries = Array.isArray(options?.variables) ? options.variables : []
  const searched = queries.length > 0 && queries.every(one => isJsonObject(one) && isJsonObject(one.search))
  return searched ? true : undefined
}

const costSteps = ['anomaly', 'change', 'forecast'] as const

/** A cost monitor can judge something else than the result itself. https://docs.datadoghq.com/cloud_cost_management/monitors/ */
function costJudged({ steps }: FormulaMonitorQuery): (typeof costSteps)[number] | undefined {
  return costSteps.find(name => stepNamed(steps, name) !== undefined)
}

export function addFormulaMonitorParts(
  pieces: Pieces,
  query: FormulaMonitorQuery,
  context: MonitorContext,
): void {
  const { formula, steps, condition } = query
  addPart(
    pieces,
    query,
    0,
    phrase('part/formula', {
      value: valuePhrase(formula, { ...context, names: new Map() }),
      bare: formula.kind === 'query-name',
    }),
    'formula( … )',
  )
  addMetricParts(pieces, formula, 1, { ...context, ...defined({ onSearches: onSearches(context) }) })
  for (const step of steps) {
    const [method] = argumentTexts(step)
    const does =
      step.name === 'rollup' && method !== undefined
        ? phrase('part/formula-rollup', { method })
        : stepSentence(pieces, step)
    // What a formula is reduced by is said with it.
    const why = step.name === 'rollup' ? undefined : whyOfStep(step)
    addPart(pieces, step, 0, does, stepText(pieces.text, step), why)
  }
  if (!isWritten(condition)) return
  const threshold = thresholdOf(condition)
  const { comparator } = condition
  const does =
    threshold === undefined
      ? phrase('part/dynamic-condition', { comparator })
      : phrase('part/value-condition', {
          comparator,
          threshold,
          ...defined({ unit: unitOfQuery(query, context.options?.variables) }),
        })
  addPart(pieces, condition, 0, does)
}
