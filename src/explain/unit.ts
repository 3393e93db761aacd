import { attributeUnit, functionNamed, isPercentile, metricNamed, unitEffects } from '../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import {
  type Argument,
  type BinaryOperation,
  type EventMonitorQuery,
  type FormulaMonitorQuery,
  type FunctionCall,
  functionForm,
  type MethodCall,
  type MetricExpression,
  type MetricMonitorQuery,
  type MonitorQuery,
  parseMetricQuery,
  type Series,
} from '../query/index.js'
import { defined } from './defined.js'
import { isHundred, isRestOfPercentage, percentageOf } from './percentage.js'
import { isCounted } from './series.js'
import { argumentTexts, stepNamed } from './steps.js'

/** The unit of a result: Datadog's word, and the time by which it is divided. */
export interface ResultUnit {
  readonly name: string
  readonly per?: 'second' | 'minute' | 'hour'
}

/** The unit of the number that a metric monitor compares; undefined wherever that is not sure. */
export function unitOfMonitor({ head, expression }: MetricMonitorQuery): ResultUnit | undefined {
  if (isRelativeChange({ head })) return undefined
  const unit = unitOf(expression)
  // `5%` of a change would be read as relative, and it is a difference of two percentages.
  if (head.kind === 'change-head' && unit?.name === 'percent') return undefined
  // A total over time of a level, such as percent, has no unit of its own.
  return head.aggregator === 'sum' && !isCounted(expression) ? undefined : unit
}

/** The units of the queries that a formula names. */
export type UnitsByName = ReadonlyMap<string, ResultUnit>

const noNames: UnitsByName = new Map()

/** The units of named queries whose unit is sure. */
export function unitsByName(list: Json | undefined): UnitsByName {
  const entries = Array.isArray(list) ? list.filter(isJsonObject) : []
  return new Map(
    entries.flatMap(entry => {
      const unit = typeof entry.query === 'string' ? unitOfText(entry.query) : unitOfSearch(entry)
      return unit === undefined ? [] : [[String(entry.name), unit] as const]
    }),
  )
}

function unitOfText(query: string): ResultUnit | undefined {
  const { node } = parseMetricQuery(query)
  return node === undefined || node.kind === 'query-list' ? undefined : unitOf(node)
}

function unitOfSearch({ compute }: JsonObject): ResultUnit | undefined {
  const { aggregation, metric } = isJsonObject(compute) ? compute : {}
  return unitOfMeasure(String(aggregation ?? 'count'), typeof metric === 'string' ? metric : undefined)
}

/** The unit of what a monitor of any kind compares with its thresholds; `variables` are the queries that a formula names. */
export function unitOfQuery(query: MonitorQuery, variables?: Json): ResultUnit | undefined {
  switch (query.kind) {
    case 'metric-monitor':
      return isRelativeChange(query) ? { name: 'percent' } : unitOfMonitor(query)
    case 'event-monitor':
      return unitOfEvents(query)
    case 'formula-monitor':
      return unitOfFormulaMonitor(query, variables)
    case 'slo-monitor':
      return query.measure === 'error_budget' ? { name: 'percent' } : undefined
    default:
      return undefined
  }
}

function isRelativeChange({ head }: Pick<MetricMonitorQuery, 'head'>): boolean {
  return head.kind === 'change-head' && head.change === 'pct_change'
}

const countingMethods: ReadonlySet<string> = new Set(['count', 'cardinality'])

function unitOfEvents({ steps }: EventMonitorQuery): ResultUnit | undefined {
  const rollup = stepNamed(steps, 'rollup')
  const [method = 'count', measure] = rollup === undefined ? [] : argumentTexts(rollup)
  return unitOfMeasure(method, measure)
}

function unitOfMeasure(method: string, measure: string | undefined): ResultUnit | undefined {
  if (measure === undefined || countingMethods.has(method)) return undefined
  const name = attributeUnit(measure)
  return name === undefined ? undefined : { name }
}

/** A total over time of a level, such as percent, has no unit of its own. */
function isAddedUp(steps: FormulaMonitorQuery['steps'], variables: Json | undefined): boolean {
  const rollup = stepNamed(steps, 'rollup')
  if (rollup !== undefined) return argumentTexts(rollup)[0] === 'sum'
  return Array.isArray(variables) && variables.some(one => isJsonObject(one) && one.aggregator === 'sum')
}

/** A relative change of a cost is in percent; of other formulas the shape alone can tell. */
function unitOfFormulaMonitor(
  { formula, steps }: FormulaMonitorQuery,
  variables: Json | undefined,
): ResultUnit | undefined {
  const change = stepNamed(steps, 'change')
  if (change !== undefined) return argumentTexts(change)[0] === 'relative' ? { name: 'percent' } : undefined
  if (steps.some(({ name }) => name === 'anomaly')) return undefined
  return unitOf(formula, isAddedUp(steps, variables) ? noNames : unitsByName(variables))
}

/** The unit of an expression; undefined wherever it is not sure. */
export function unitOf(
  expression: MetricExpression | Argument,
  names: UnitsByName = noNames,
): ResultUnit | undefined {
  switch (expression.kind) {
    case 'series':
      return unitOfSeries(expression)
    case 'query-name':
      return names.get(expression.name)
    case 'unary':
      return unitOf(expression.operand, names)
    case 'method':
      return unitOfMethod(expression, names)
    case 'call':
      return unitOfCall(expression, names)
    case 'binary':
      return unitOfBinary(expression, names)
    default:
      return undefined
  }
}

const levels: ReadonlySet<string> = new Set(['avg', 'min', 'max', 'last'])

/** A count or rate is one or the other only by its modifier, which `unitOfMethod` looks for. */
function unitOfSeries({ metric, aggregator }: Series): ResultUnit | undefined {
  const facts = metricNamed(metric.name)
  if (facts?.unit === undefined || facts.type === 'count' || facts.type === 'rate') return undefined
  const how = aggregator?.name ?? 'avg'
  // Shares of several sources add up to no share.
  const adds =
    how === 'sum' && facts.type === 'gauge' && facts.unit !== 'percent' && facts.unit !== 'fraction'
  const { unit: name, per } = facts
  return levels.has(how) || isPercentile(how) || adds ? { name, ...defined({ per }) } : undefined
}

function unitOfMethod(method: MethodCall, names: UnitsByName): ResultUnit | undefined {
  const { target, name } = method
  if (name === 'as_count' || name === 'as_rate') return unitOfCount(method)
  // `.rollup(count, 60)` counts points.
  const [how] = method.arguments
  if (how !== undefined && 'text' in how && how.text === 'count') return undefined
  return after(functionNamed(name, 'method')?.name, unitOf(target, names))
}

function unitOfCount({ target, name }: MethodCall): ResultUnit | undefined {
  const inner = target.kind === 'method' ? target.target : target
  const facts = inner.kind === 'series' ? metricNamed(inner.metric.name) : undefined
  if (facts?.unit === undefined || facts.type !== 'count') return undefined
  return name === 'as_rate' ? { name: facts.unit, per: 'second' } : { name: facts.unit }
}

function unitOfCall(call: FunctionCall, names: UnitsByName): ResultUnit | undefined {
  const [inner] = call.arguments
  if (inner === undefined) return undefined
  return after(functionNamed(call.name, functionForm(call))?.name, unitOf(inner, names))
}

function after(name: keyof typeof unitEffects | undefined, unit: ResultUnit | undefined) {
  const effect = name === undefined ? 'unsure' : unitEffects[name]
  if (unit === undefined || effect === 'keeps') return unit
  if (effect === 'drops' || effect === 'unsure' || unit.per !== undefined) return undefined
  return { name: unit.name, per: perOf[effect] } as const
}

const perOf = { 'per second': 'second', 'per minute': 'minute', 'per hour': 'hour' } as const

function unitOfBinary(node: BinaryOperation, names: UnitsByName): ResultUnit | undefined {
  // Whatever the units of the two, `a / b * 100` is said and meant as a percentage.
  if (percentageOf(node) !== undefined || isRestOfPercentage(node)) return { name: 'percent' }
  const { operator, left, right } = node
  const units = [unitOf(left, names), unitOf(right, names)] as const
  if (operator === '+' || operator === '-') return unitOfSum(left, right, units)
  const [a, b] = units
  if (operator === '/') return sameUnit(a, b) ? { name: 'fraction' } : undefined
  // `… * is_greater(b, 15)` lets the value through or makes it 0.
  if (isSwitch(right)) return a
  if (isSwitch(left)) return b
  const fraction = isHundred(left) ? b : isHundred(right) ? a : undefined
  return fraction?.name === 'fraction' ? { name: 'percent' } : undefined
}

const switches: ReadonlySet<string> = new Set(['is_greater', 'is_less', 'is_between'])

function isSwitch(expression: MetricExpression): boolean {
  return expression.kind === 'call' && switches.has(expression.name)
}

type Units = readonly [ResultUnit | undefined, ResultUnit | undefined]

/** `100 - system.cpu.idle` stays percent; two different units cannot be added. */
function unitOfSum(left: MetricExpression, right: MetricExpression, [a, b]: Units): ResultUnit | undefined {
  if (left.kind === 'number') return b
  if (right.kind === 'number') return a
  return sameUnit(a, b) ? a : undefined
}

function sameUnit(a: ResultUnit | undefined, b: ResultUnit | undefined): boolean {
  return a !== undefined && b !== undefined && a.name === b.name && a.per === b.per
}
