import { monitorTypeNamed, monitorTypeNames } from '../catalog/index.js'
import type { Diagnostic } from '../diagnostic/index.js'

/** Takes what a check found. */
export type Report = (diagnostic: Diagnostic) => void

/** Where a metric expression stands; some functions and variables are only allowed in some places. */
export type Place = 'monitor' | 'dashboard' | 'slo' | 'formula'

/** What the checks of an expression know about its surroundings. */
export interface MetricContext {
  readonly place: Place
  /** The expression belongs to a monitor, be it a query or a formula. */
  readonly inMonitor: boolean
  /** Functions that exist only here, such as `failed_runs` of a data-jobs monitor. */
  readonly ownFunctions?: readonly string[]
}

/** A formula alone does not tell whose it is, so it may use what any monitor's formula may. */
const formulaFunctions = monitorTypeNames.flatMap(type => monitorTypeNamed(type)?.formulaFunctions ?? [])

/** The context of a place by itself; a formula counts as a dashboard's. */
export function contextOf(place: Place): MetricContext {
  const context = { place, inMonitor: place === 'monitor' }
  return place === 'formula' ? { ...context, ownFunctions: formulaFunctions } : context
}

/** Runs one check and gives what it found, in order. */
export function collect(check: (report: Report) => void): Diagnostic[] {
  const found: Diagnostic[] = []
  check(diagnostic => found.push(diagnostic))
  return found
}

/** The findings in the order of the text; those without a place stay behind. */
export function inTextOrder<D extends Diagnostic>(found: readonly D[]): readonly D[] {
  return isOrdered(found)
    ? found
    : found.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
}

function isOrdered(found: readonly Diagnostic[]): boolean {
  for (let index = 1; index < found.length; index += 1)
    if (placeOf(found[index]!) < placeOf(found[index - 1]!)) return false
  return true
}

function placeOf({ span }: Diagnostic): number {
  return span?.start ?? Number.POSITIVE_INFINITY
}
