import { type FunctionRow, metricNamed } from '../catalog/index.js'
import { type FunctionCall, isExpression, type MetricExpression, print } from '../query/index.js'
import { filledArguments, plainValue } from './call.js'
import { defined } from './defined.js'
import { addPart, type Pieces } from './pieces.js'
import { type Phrase, phrase } from './sentences.js'
import { pointsIn, readWindow, secondsOf, type WindowValue } from './window.js'

/** `threshold_windows` of a monitor's options. */
export interface AnomalyWindows {
  readonly trigger?: string
  readonly recovery?: string
}

/** What the arguments of an `anomalies(…)` say, with the documentation's defaults left open. */
export interface AnomalySettings {
  readonly algorithm: string
  readonly bounds?: number
  readonly direction: string
  readonly alertWindow?: WindowValue
  readonly alertWindowText?: string
  readonly interval?: number
  readonly seasonality?: string
}

/** The settings of an anomaly call. */
export function anomalySettings(call: FunctionCall): AnomalySettings {
  const known = settingsOf.get(call)
  if (known !== undefined) return known
  const settings = readSettings(call)
  settingsOf.set(call, settings)
  return settings
}

/** Asked for by nearly every part of an anomaly monitor's explanation; a tree never changes. */
const settingsOf = new WeakMap<FunctionCall, AnomalySettings>()

function readSettings(call: FunctionCall): AnomalySettings {
  const given = new Map<string, string | number>()
  for (const argument of call.arguments)
    if (argument.kind === 'named-argument') given.set(argument.name, plainValue(argument))
  const [, algorithm, bounds] = call.arguments.filter(argument => argument.kind !== 'named-argument')
  const text = given.get('alert_window')
  const window = typeof text === 'string' ? readWindow(text) : undefined
  const interval = given.get('interval')
  const seasonality = given.get('seasonality')
  return {
    algorithm: algorithm === undefined ? '' : String(plainValue(algorithm)),
    ...(bounds?.kind === 'number' ? { bounds: bounds.value } : {}),
    direction: String(given.get('direction') ?? 'both'),
    ...(window === undefined ? {} : { alertWindow: window }),
    ...(text === undefined ? {} : { alertWindowText: String(text) }),
    ...(typeof interval === 'number' ? { interval } : {}),
    ...(seasonality === undefined ? {} : { seasonality: String(seasonality) }),
  }
}

/** The algorithm named in the second argument of `outliers` and `forecast`. */
export function algorithmOf(call: FunctionCall): string {
  const argument = call.arguments[1]
  return argument === undefined ? '' : String(plainValue(argument))
}

/** What the arguments of one call are read against. */
interface Reading {
  readonly call: FunctionCall
  readonly windows: AnomalyWindows | undefined
}

type Reader = (value: string | number, reading: Reading) => Phrase

/**
 * Adds a part for each argument of the algorithm functions, where each decides when an alert comes; those of the other
 * functions are in the sentence of the call. An argument that is not documented has a part in any case.
 */
export function addAlgorithmArguments(
  pieces: Pieces,
  call: FunctionCall,
  row: FunctionRow | undefined,
  depth: number,
  context: { readonly windows?: AnomalyWindows },
): void {
  if (row === undefined) {
    addUnknownArguments(pieces, call, depth)
    return
  }
  const readers = argumentReaders[row.name]
  for (const { argument, parameter } of filledArguments(call, row)) {
    const reader = parameter === undefined ? undefined : readers?.[parameter.name]
    if (reader !== undefined) {
      addPart(pieces, argument, depth, reader(plainValue(argument), { call, windows: context.windows }))
    } else if (parameter === undefined && (!isExpression(argument) || argument.kind === 'number')) {
      addPart(pieces, argument, depth, phrase('argument/other', { name: call.name, text: print(argument) }))
    }
  }
}

function addUnknownArguments(pieces: Pieces, call: FunctionCall, depth: number): void {
  for (const argument of call.arguments) {
    if (isExpression(argument) && argument.kind !== 'number') continue
    addPart(pieces, argument, depth, phrase('argument/other', { name: call.name, text: print(argument) }))
  }
}

const text = (value: string | number) => String(value)

function intervalSentence(value: string | number, { call }: Reading): Phrase {
  if (typeof value !== 'number')
    return phrase('argument/other', { name: call.name, text: `interval=${value}` })
  const window = anomalySettings(call).alertWindow
  const points = window === undefined ? undefined : pointsIn(window, value)
  return phrase(
    'argument/interval',
    window === undefined || points === undefined ? { seconds: value } : { seconds: value, window, points },
  )
}

function alertWindowSentence(value: string | number, { windows }: Reading): Phrase {
  const window = readWindow(text(value))
  const trigger = windows === undefined ? {} : { trigger: windows.trigger ?? null }
  return phrase('argument/alert-window', { text: text(value), ...defined({ window }), ...trigger })
}

function countDefaultZeroSentence(value: string | number, { call }: Reading): Phrase {
  const metric = metricIn(call.arguments.find(isExpression))
  const type = metric === undefined ? undefined : metricNamed(metric)?.type
  const known = metric === undefined || type === undefined ? {} : { metric, metricType: type }
  return phrase('argument/count-default-zero', { on: text(value) === 'true', ...known })
}

/** The metric of an expression that has only one. */
function metricIn(expression: MetricExpression | undefined): string | undefined {
  if (expression === undefined) return undefined
  if (expression.kind === 'series') return expression.metric.name
  if (expression.kind === 'method') return metricIn(expression.target)
  if (expression.kind === 'call') return metricIn(expression.arguments.find(isExpression))
  return undefined
}

function forecastIntervalSentence(value: string | number): Phrase {
  const window = typeof value === 'number' ? undefined : readWindow(value)
  const seconds = typeof value === 'number' ? value : window === undefined ? undefined : secondsOf(window)
  return phrase('argument/forecast-interval', { text: text(value), ...defined({ seconds }) })
}

function historySentence(value: string | number): Phrase {
  const window = readWindow(text(value))
  return phrase(
    'argument/history',
    window === undefined ? { text: text(value) } : { text: text(value), window },
  )
}

const timezone: Reader = value => phrase('argument/timezone', { timezone: text(value) })
const seasonality: Reader = (value, { call }) =>
  phrase('argument/seasonality', { seasonality: text(value), algorithm: algorithmOf(call) })

const argumentReaders: Readonly<Partial<Record<string, Readonly<Partial<Record<string, Reader>>>>>> = {
  anomalies: {
    algorithm: value => phrase('argument/anomaly-algorithm', { algorithm: text(value) }),
    bounds: value => phrase('argument/bounds', { bounds: Number(value) }),
    direction: value => phrase('argument/direction', { direction: text(value) }),
    alert_window: alertWindowSentence,
    interval: intervalSentence,
    count_default_zero: countDefaultZeroSentence,
    seasonality,
    timezone,
  },
  outliers: {
    algorithm: value => phrase('argument/outlier-algorithm', { algorithm: text(value) }),
    tolerance: (value, { call }) =>
      phrase('argument/tolerance', { tolerance: Number(value), algorithm: algorithmOf(call) }),
    percentage: value => phrase('argument/percentage', { percentage: Number(value) }),
  },
  forecast: {
    algorithm: value => phrase('argument/forecast-algorithm', { algorithm: text(value) }),
    deviations: value => phrase('argument/deviations', { deviations: Number(value) }),
    interval: forecastIntervalSentence,
    history: historySentence,
    model: value => phrase('argument/model', { model: text(value) }),
    seasonality,
    timezone,
  },
}
