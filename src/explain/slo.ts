import { burnRates, type SloTimeframe, sloLimits } from '../catalog/index.js'
import { uncountedSeries } from '../check/index.js'
import { isAcceptable } from '../diagnostic/index.js'
import {
  isJsonObject,
  type Json,
  type JsonObject,
  type SloDefinition,
  type SloThreshold,
} from '../model/index.js'
import { parseMetricQuery } from '../query/index.js'
import { defined } from './defined.js'
import { explainedDiagnostics } from './diagnostics.js'
import { addMetricText, variablePieces } from './explain-monitor.js'
import type { CautionOf, Draft, OptionOf, PartOf, SourceOf } from './explanation.js'
import { formulaValue, groupsOfFormula, unitOfFormula } from './formula-text.js'
import { shortJson } from './options.js'
import { piecesOf } from './pieces.js'
import type { SloTarget } from './sentences/resource.js'
import { type Phrase, phrase } from './sentences.js'
import { groupsOf } from './series.js'
import { daysIn } from './slo-alert.js'
import { textIn } from './variable-keys.js'
import { metricValue, namedQueries, namesOf } from './variables.js'
import { readWindow, secondsOf } from './window.js'

/** What an SLO measures: its summary, the facts, and the queries that can be taken apart. */
interface Measurement {
  readonly summary: Phrase
  readonly facts: readonly Phrase[]
  readonly sources: readonly SourceOf<Phrase>[]
  readonly parts: readonly PartOf<Phrase>[]
  /** True when time is measured, so that the budget is a length of time. */
  readonly measuresTime: boolean
  readonly counted: boolean
  /** False where good, bad and all events are not grouped alike. */
  readonly alike: boolean
}

/** Explains an SLO. */
export function draftOfSlo(definition: SloDefinition, text: string): Draft {
  const measurement = measurementOf(definition)
  const found = measurement.sources.map(source => ({
    ...source,
    diagnostics: parseMetricQuery(source.text).diagnostics,
  }))
  const isBroken = found.some(one => !isAcceptable(one.diagnostics))
  const sentences = [phrase('summary/broken', {}), measurement.summary]
  const thresholds = thresholdsOf(definition)
  const described = definition.description
  return {
    kind: 'slo',
    text,
    summary: isBroken ? phrase('summary/several', { sentences }) : measurement.summary,
    basics: [phrase('basics/slo', {})],
    sources: measurement.sources,
    parts: measurement.parts,
    timeline: [
      ...measurement.facts,
      ...thresholds.flatMap(one => thresholdFacts(one, measurement.measuresTime)),
      phrase('slo/alerts-elsewhere', {}),
      ...suggestions(definition, thresholds),
    ],
    options: [
      ...(typeof described === 'string' && described.trim() !== ''
        ? [option('description', described, phrase('slo/description', { text: described }))]
        : []),
      ...(definition.tags === undefined || definition.tags.length === 0
        ? []
        : [option('tags', definition.tags, phrase('field/tags', { tags: definition.tags.map(String) }))]),
      ...primary(definition),
    ],
    cautions: [
      ...(thresholds.length === 0
        ? [
            {
              code: 'slo/thresholds',
              severity: 'error' as const,
              says: phrase('caution/slo-no-threshold', {}),
            },
          ]
        : []),
      ...thresholds.flatMap(targetCautions),
      ...(measurement.counted
        ? []
        : [{ code: 'slo/as-count', severity: 'error' as const, says: phrase('caution/slo-as-count', {}) }]),
      ...(measurement.alike
        ? []
        : [
            {
              code: 'slo/group-mismatch',
              severity: 'error' as const,
              says: phrase('caution/slo-groups', {}),
            },
          ]),
    ],
    changes: thresholds.slice(0, 1).flatMap(targetAdvice),
    diagnostics: found.flatMap(one => explainedDiagnostics(one.id, one.text, one.diagnostics)),
  }
}

/** A target of 100 % is no target: nothing may fail, and no error budget is left to spend. */
function targetCautions(threshold: SloThreshold): readonly CautionOf<Phrase>[] {
  const { above, below } = sloLimits.target
  const { target, warning } = threshold
  if (typeof target !== 'number') return []
  const timeframe = String(threshold.timeframe)
  const range = phrase('caution/slo-target', { timeframe, target, full: target === below })
  if (target <= above || target >= below)
    return [{ code: 'slo/target-range', severity: 'error' as const, says: range }]
  if (typeof warning !== 'number' || warningOf(threshold) !== undefined) return []
  const says = phrase('caution/slo-warning', { timeframe, target, warning })
  return [{ code: 'slo/warning-order', severity: 'error' as const, says }]
}

/** The warning, where it lies between the target and 100 as it must. */
function warningOf({ target, warning }: SloThreshold): number | undefined {
  return typeof warning === 'number' && warning > target && warning < sloLimits.target.below
    ? warning
    : undefined
}

function option(name: string, value: Parameters<typeof shortJson>[0], means: Phrase): OptionOf<Phrase> {
  return { name, setting: shortJson(value), means }
}

function primary(definition: SloDefinition): readonly OptionOf<Phrase>[] {
  const timeframe = definition.timeframe
  const days = typeof timeframe === 'string' ? daysIn(timeframe) : undefined
  return days === undefined || typeof timeframe !== 'string'
    ? []
    : [option('timeframe', timeframe, phrase('slo/primary', { days }))]
}

/** The targets of all windows. */
function targetsOf(definition: SloDefinition): readonly SloTarget[] {
  return thresholdsOf(definition).flatMap(one =>
    typeof one.target === 'number' ? [{ target: one.target, ...defined({ days: daysOf(one) }) }] : [],
  )
}

function thresholdsOf({ thresholds }: SloDefinition): readonly SloThreshold[] {
  return Array.isArray(thresholds) ? thresholds.filter((one): one is SloThreshold => isJsonObject(one)) : []
}

/** What an SLO measures, without its targets. */
export function sloMeasured(definition: SloDefinition): Phrase {
  return measurementOf({ ...definition, thresholds: [] }).summary
}

function measurementOf(definition: SloDefinition): Measurement {
  const { name, type } = definition
  const specification = isJsonObject(definition.sli_specification) ? definition.sli_specification : {}
  const readers = [
    { of: 'monitor', read: () => monitorMeasurement(definition) },
    { of: 'time_slice', read: () => sliceMeasurement(definition, specification.time_slice) },
    {
      of: 'metric',
      read: () =>
        definition.query === undefined
          ? countMeasurement(definition, specification.count)
          : ratioMeasurement(definition, definition.query),
    },
  ]
  // What belongs to another type is only read where its own is missing.
  for (const { read } of [...readers.filter(({ of }) => of === type), ...readers]) {
    const measurement = read()
    if (measurement !== undefined) return measurement
  }
  return {
    summary: phrase('summary/slo-unreadable', { name, type: String(type) }),
    facts: [],
    sources: [],
    parts: [],
    measuresTime: type !== 'metric',
    counted: true,
    alike: true,
  }
}

/** Undefined where no monitor is named. */
function monitorMeasurement(definition: SloDefinition): Measurement | undefined {
  const ids = Array.isArray(definition.monitor_ids) ? definition.monitor_ids.map(String) : []
  if (ids.length === 0) return undefined
  const groups = definition.groups ?? []
  return {
    summary: phrase('summary/slo-monitors', {
      name: definition.name,
      count: ids.length,
      targets: targetsOf(definition),
    }),
    facts: [
      phrase('slo/monitors', { ids }),
      phrase('slo/monitor-uptime', { count: ids.length }),
      ...(groups.length === 0 ? [] : [phrase('slo/groups', { groups })]),
    ],
    sources: [],
    parts: [],
    measuresTime: true,
    counted: true,
    alike: true,
  }
}

function ratioMeasurement(
  definition: SloDefinition,
  query: { readonly numerator: string; readonly denominator: string },
): Measurement {
  const good = metricValue(query.numerator, false)
  const total = metricValue(query.denominator, false)
  const numerator = piecesOf('query.numerator', query.numerator)
  const denominator = piecesOf('query.denominator', query.denominator)
  addMetricText(numerator, { inMonitor: false })
  addMetricText(denominator, { inMonitor: false })
  return {
    summary: phrase('summary/slo-ratio', {
      name: definition.name,
      good,
      total,
      targets: targetsOf(definition),
    }),
    facts: [phrase('slo/sli', { bad: false }), ...groupFacts(groupsOfText(query.numerator), false)],
    sources: [
      { id: 'query.numerator', text: query.numerator, label: phrase('label/numerator', {}) },
      { id: 'query.denominator', text: query.denominator, label: phrase('label/denominator', {}) },
    ],
    parts: [...numerator.parts, ...denominator.parts],
    measuresTime: false,
    counted: isCounted(query.numerator) && isCounted(query.denominator),
    alike: isGroupedAlike([query.numerator, query.denominator]),
  }
}

function isCounted(query: string): boolean {
  const { node } = parseMetricQuery(query)
  return node === undefined || node.kind === 'query-list' || uncountedSeries(node).length === 0
}

/** Datadog divides group by group. */
function isGroupedAlike(queries: readonly string[]): boolean {
  return new Set(queries.map(query => [...groupsOfText(query)].sort().join())).size < 2
}

/** Undefined where no formula says which events are good. */
function countMeasurement(definition: SloDefinition, count: Json | undefined): Measurement | undefined {
  if (!isJsonObject(count ?? null)) return undefined
  return eventMeasurement(definition, count as JsonObject)
}

function eventMeasurement(definition: SloDefinition, count: JsonObject): Measurement | undefined {
  const path = 'sli_specification.count.queries'
  const queries = namedQueries(count.queries, path, false)
  const names = namesOf(queries)
  const value = (key: string) => formulaValue(count[key], names)
  const good = value('good_events_formula')
  const total = value('total_events_formula')
  const bad = value('bad_events_formula')
  if (good === undefined) return undefined
  const targets = targetsOf(definition)
  const { name } = definition
  const taken = variablePieces(queries, { inMonitor: false })
  const metricTexts = queries.flatMap(({ text }) => (text?.kind === 'metric' ? [text.text] : []))
  return {
    summary:
      bad === undefined
        ? phrase('summary/slo-ratio', {
            name,
            good,
            total: total ?? phrase('value/opaque', { text: '?' }),
            targets,
          })
        : phrase('summary/slo-bad-ratio', { name, good, bad, targets }),
    facts: [
      phrase('slo/good', { value: good }),
      ...(bad === undefined ? [] : [phrase('slo/bad', { value: bad })]),
      ...(total === undefined ? [] : [phrase('slo/total', { value: total })]),
      phrase('slo/sli', { bad: bad !== undefined }),
      ...groupFacts(groupsOfFormula(count.good_events_formula, count.queries), false),
    ],
    sources: taken.map(one => one.source),
    parts: taken.flatMap(one => one.pieces.parts),
    measuresTime: false,
    counted: metricTexts.every(isCounted),
    alike: isGroupedAlike(metricTexts),
  }
}

/** Undefined where no formula says what is compared. */
function sliceMeasurement(definition: SloDefinition, slice: Json | undefined): Measurement | undefined {
  if (!isJsonObject(slice ?? null)) return undefined
  return timeMeasurement(definition, slice as JsonObject)
}

function timeMeasurement(definition: SloDefinition, slice: JsonObject): Measurement | undefined {
  const query = isJsonObject(slice.query) ? slice.query : {}
  const queries = namedQueries(query.queries, 'sli_specification.time_slice.query.queries', false)
  const [formula] = Array.isArray(query.formulas) ? query.formulas : []
  const value = formulaValue(formula, namesOf(queries))
  if (value === undefined) return undefined
  const unit = unitOfFormula(formula, query.queries)
  const comparator = textIn(slice, 'comparator') || '>'
  const threshold = typeof slice.threshold === 'number' ? slice.threshold : 0
  const seconds = typeof slice.query_interval_seconds === 'number' ? slice.query_interval_seconds : 300
  const strategy = textIn(slice, 'no_data_strategy')
  const taken = variablePieces(queries, { inMonitor: false })
  return {
    summary: phrase('summary/slo-time-slice', {
      name: definition.name,
      value,
      comparator,
      threshold,
      ...defined({ unit }),
      targets: targetsOf(definition),
    }),
    facts: [
      phrase('slo/time-slice', { value, comparator, threshold, ...defined({ unit }), seconds }),
      phrase('slo/slice-rules', strategy === '' || strategy === 'COUNT_AS_UPTIME' ? {} : { strategy }),
      ...groupFacts(groupsOfFormula(formula, query.queries), true),
    ],
    sources: taken.map(one => one.source),
    parts: taken.flatMap(one => one.pieces.parts),
    measuresTime: true,
    counted: true,
    alike: true,
  }
}

function groupFacts(keys: readonly string[], slices: boolean): readonly Phrase[] {
  return keys.length === 0 ? [] : [phrase('slo/by-groups', { keys, slices })]
}

function groupsOfText(query: string): readonly string[] {
  const { node } = parseMetricQuery(query)
  return node === undefined || node.kind === 'query-list' ? [] : groupsOf(node)
}

function daysOf({ timeframe }: SloThreshold): number | undefined {
  return typeof timeframe === 'string' ? daysIn(timeframe) : undefined
}

/** Binary fractions would show 0.09999999999999432. */
function precise(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

function thresholdFacts(threshold: SloThreshold, measuresTime: boolean): readonly Phrase[] {
  const days = daysOf(threshold)
  const { target } = threshold
  if (days === undefined || typeof target !== 'number') return []
  const warning = warningOf(threshold)
  const percent = precise(100 - target)
  const budget = measuresTime
    ? phrase('slo/budget-time', { percent, days, seconds: precise((days * 86_400 * percent) / 100) })
    : phrase('slo/budget-events', { percent, days, perMillion: precise(percent * 10_000) })
  return [
    phrase('slo/target', { target, days, ...defined({ warning }) }),
    budget,
    phrase('slo/colours', { target, ...defined({ warning }) }),
  ]
}

/** All of the traffic failing burns the budget at 1 ÷ (1 − target); Datadog refuses an alert on more than that. */
function isPossible(burnRate: number, target: unknown): boolean {
  return isPromise(target) && burnRate <= precise(100 / (100 - target))
}

/** A target that leaves a budget, and asks for anything at all. */
function isPromise(target: unknown): target is number {
  return typeof target === 'number' && target > sloLimits.target.above && target < sloLimits.target.below
}

/** The documentation's pair for the fastest page that the target of the primary window allows. */
function suggestions(
  { timeframe: shown }: SloDefinition,
  thresholds: readonly SloThreshold[],
): readonly Phrase[] {
  const primary = thresholds.find(one => one.timeframe === shown) ?? thresholds[0]
  return (primary === undefined ? [] : [primary]).flatMap(({ timeframe, target }) => {
    if (typeof timeframe !== 'string' || !Object.hasOwn(burnRates, timeframe)) return []
    const row = burnRates[timeframe as SloTimeframe].find(({ burnRate }) => isPossible(burnRate, target))
    if (row === undefined) return []
    const long = readWindow(row.longWindow)
    const short = readWindow(row.shortWindow)
    const days = daysIn(timeframe)
    if (long === undefined || short === undefined || days === undefined) return []
    const longHours = secondsOf(long) / 3_600
    return [
      phrase('slo/alert-suggestion', {
        days,
        rate: row.burnRate,
        longHours,
        shortMinutes: secondsOf(short) / 60,
        used: row.consumed,
      }),
    ]
  })
}

/** The next stricter target, while Datadog keeps as many decimals. https://docs.datadoghq.com/service_level_objectives/ */
function targetAdvice({ target }: SloThreshold): readonly Phrase[] {
  if (!isPromise(target)) return []
  const to = precise(100 - (100 - target) / 10)
  return Number(to.toFixed(sloLimits.decimals)) === to ? [phrase('change/slo-target', { target, to })] : []
}
