import { definitionError } from './definition-error.js'

type DurationUnit = 's' | 'm' | 'h' | 'd' | 'w' | 'mo'

/** A length of time as Datadog writes it: `'90s'`, `'15m'`, `'4h'`, `'1d'`, `'2w'`, `'1mo'`. */
export type Duration = `${number}${DurationUnit}`

const pattern = /^(\d+)(s|mo|m|h|d|w)$/

// A month of an evaluation window is 30 days. https://docs.datadoghq.com/monitors/guide/monitor_api_options/
const seconds: Record<DurationUnit, number> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800, mo: 2_592_000 }

/** The parts of a duration; throws a DefinitionError that names `field` when it is not one. */
export function parseDuration(duration: string, field: string): { amount: number; unit: DurationUnit } {
  const match = pattern.exec(duration)
  if (match === null || Number(match[1]) === 0) {
    throw definitionError('dsl/duration', `\`${field}\`: '${duration}' is not a duration.`, {
      hint: "Write a whole number above zero and a unit: '90s', '15m', '4h', '1d', '2w' or '1mo'.",
      text: duration,
    })
  }
  return { amount: Number(match[1]), unit: match[2] as DurationUnit }
}

/** The duration in seconds. */
export function secondsOf(duration: string, field: string): number {
  const { amount, unit } = parseDuration(duration, field)
  return amount * seconds[unit]
}

/**
 * A duration in the unit of an API field: a number is taken to be in that unit already. Throws a DefinitionError when
 * the duration is not a whole number of units, because the API would refuse it.
 */
export function inUnit(value: Duration | number, unit: 's' | 'm' | 'h', field: string): number {
  if (typeof value === 'number') return value
  const amount = secondsOf(value, field) / seconds[unit]
  if (Number.isInteger(amount)) return amount
  throw definitionError(
    'dsl/duration',
    `\`${field}\`: '${value}' is not a whole number of ${unitNames[unit]}.`,
    {
      hint: `Datadog keeps this option in ${unitNames[unit]}.`,
      text: value,
    },
  )
}

const unitNames = { s: 'seconds', m: 'minutes', h: 'hours' } as const
