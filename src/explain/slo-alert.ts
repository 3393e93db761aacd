import { sloTimeframes } from '../catalog/index.js'
import type { SloMonitorQuery, Step } from '../query/index.js'
import { isWritten, thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { type MonitorContext, named } from './monitor-context.js'
import { addPart, type Pieces } from './pieces.js'
import { type Phrase, phrase } from './sentences.js'
import { argumentTexts, stepNamed, stepText, stepWindow } from './steps.js'
import { secondsOf, type WindowValue } from './window.js'

/** What an SLO alert says beside the SLO itself. */
interface SloAlert {
  readonly days?: number
  readonly longWindow?: WindowValue
  readonly shortWindow?: WindowValue
}

export function sloAlert(query: SloMonitorQuery): SloAlert {
  const over = stepNamed(query.steps, 'over')
  const days = over === undefined ? undefined : daysIn(argumentTexts(over)[0] ?? '')
  const longWindow = windowIn(query, 'long_window')
  const shortWindow = windowIn(query, 'short_window')
  return {
    ...defined({ days, longWindow, shortWindow }),
  }
}

/** Days of `30d`, or of any other number of days. */
export function daysIn(timeframe: string): number | undefined {
  return Object.hasOwn(sloTimeframes, timeframe)
    ? sloTimeframes[timeframe as keyof typeof sloTimeframes].days
    : timeframe.endsWith('d') && Number.isInteger(Number(timeframe.slice(0, -1)))
      ? Number(timeframe.slice(0, -1))
      : undefined
}

function windowIn(query: SloMonitorQuery, name: string): WindowValue | undefined {
  const step = stepNamed(query.steps, name)
  return step === undefined ? undefined : stepWindow(step)
}

/** A burn rate of 14.4 empties 30 days' budget in 50 hours. https://docs.datadoghq.com/service_level_objectives/burn_rate/ */
function hoursToEmpty(days: number | undefined, rate: number): { readonly hoursToEmpty?: number } {
  return days === undefined || rate <= 0 ? {} : { hoursToEmpty: (days * 24) / rate }
}

export function sloAlertSummary(query: SloMonitorQuery, context: MonitorContext): Phrase {
  const slo = query.slo.value
  if (!isWritten(query.condition)) return watched(query, context)
  const { days, longWindow, shortWindow } = sloAlert(query)
  const rate = thresholdOf(query.condition) ?? 0
  const { comparator } = query.condition
  if (query.measure === 'error_budget') {
    return phrase('summary/error-budget', {
      slo,
      ...named(context, slo),
      comparator,
      threshold: rate,
      ...defined({ days }),
    })
  }
  return phrase('summary/burn-rate', {
    slo,
    ...named(context, slo),
    comparator,
    rate,
    ...defined({ longWindow, shortWindow }),
    ...hoursToEmpty(days, rate),
  })
}

export function addSloParts(pieces: Pieces, query: SloMonitorQuery, context: MonitorContext): void {
  addPart(pieces, query, 0, watched(query, context), `${query.measure}("…")`)
  for (const step of query.steps)
    addPart(pieces, step, 0, stepSentence(pieces, step), stepText(pieces.text, step))
  if (isWritten(query.condition)) addPart(pieces, query.condition, 0, conditionSentence(query))
}

/** What of the SLO is watched. */
function watched(query: SloMonitorQuery, context: MonitorContext): Phrase {
  const slo = query.slo.value
  const values = { slo, ...named(context, slo) }
  return query.measure === 'burn_rate' ? phrase('part/slo-burn', values) : phrase('part/slo-budget', values)
}

function stepSentence(pieces: Pieces, step: Step): Phrase {
  const text = argumentTexts(step).join(', ')
  const window = stepWindow(step)
  if (step.name === 'long_window')
    return phrase('part/long-window', window === undefined ? { text } : { text, window })
  if (step.name === 'short_window')
    return phrase('part/short-window', window === undefined ? { text } : { text, window })
  const days = step.name === 'over' ? daysIn(text) : undefined
  if (days !== undefined) return phrase('part/slo-over', { days, text })
  return phrase('part/other-step', { name: step.name, text: stepText(pieces.text, step) })
}

function conditionSentence(query: SloMonitorQuery): Phrase {
  const { comparator } = query.condition
  const threshold = thresholdOf(query.condition)
  if (threshold === undefined) return phrase('part/dynamic-condition', { comparator })
  const { days, longWindow, shortWindow } = sloAlert(query)
  if (query.measure === 'error_budget') {
    return phrase('part/budget-condition', { comparator, threshold, ...defined({ days }) })
  }
  const used =
    days === undefined || longWindow === undefined
      ? undefined
      : (threshold * secondsOf(longWindow) * 100) / (days * 86_400)
  return phrase('part/burn-condition', {
    comparator,
    rate: threshold,
    ...defined({ days }),
    ...hoursToEmpty(days, threshold),
    ...defined({ longWindow, used }),
    both: longWindow !== undefined && shortWindow !== undefined,
  })
}
