import { canonicalNumber } from '../number-literal.js'

/** The power of ten that a unit stands for. */
const multiples = new Map([
  ['k', 3],
  ['K', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  // Metrics of memory, disks and networks count bytes. https://docs.datadoghq.com/metrics/units/
  ['KB', 3],
  ['kB', 3],
  ['MB', 6],
  ['GB', 9],
  ['TB', 12],
])

/** `5` with the unit `k`: `5000`; undefined for units that do not multiply. */
export function withoutUnit(number: string, unit: string): string | undefined {
  const power = multiples.get(unit.trim())
  return power === undefined ? undefined : canonicalNumber(`${number}e${power}`)
}
