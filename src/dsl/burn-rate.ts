import { burnRates } from '../catalog/index.js'
import type { MonitorResource } from './composite-term.js'
import { definitionError } from './definition-error.js'
import { buildMonitor } from './monitor.js'
import { burnRate } from './slo-alert.js'
import type { SloResource, Timeframe } from './slo-resource.js'

/** Whom to tell, and what the monitors carry. */
export interface BurnRateAlertsOptions {
  readonly protect?: boolean
  /** The handle for what cannot wait: `'@pagerduty-sre'`. */
  readonly page: string
  /** The handle for what can: `'@slack-sre'`. */
  readonly ticket: string
  /** The timeframe to watch; needed when the SLO has several. */
  readonly over?: Timeframe
  /** Tags of the monitors; those of the SLO when absent. */
  readonly tags?: readonly string[]
  /** Added to every message: where to look first. */
  readonly runbook?: string
}

/**
 * The multi-window, multi-burn-rate alerts of an SLO: one monitor for each row of Datadog's table, keyed
 * `<slo key>-burn-1h` and so on. Rates that the target can never reach are left out; a target that leaves none to page
 * on throws a DefinitionError.
 * @example burnRateAlerts(availability, { page: '@pagerduty-sre', ticket: '@slack-sre' })
 */
export function burnRateAlerts<Frames extends Timeframe>(
  slo: SloResource<Frames>,
  options: BurnRateAlertsOptions & { readonly over?: NoInfer<Frames> },
): readonly MonitorResource<'slo alert', never>[] {
  const { timeframe, target } = watchedThreshold(slo, options.over)
  return reachableRows(timeframe, target).map(row => burnRateMonitor(slo, timeframe, row, options))
}

function watchedThreshold(
  slo: SloResource,
  over: Timeframe | undefined,
): { timeframe: Timeframe; target: number } {
  const { thresholds } = slo.definition
  const chosen =
    over === undefined && thresholds.length === 1 ? thresholds[0] : thresholds.find(t => t.timeframe === over)
  if (chosen !== undefined && Object.hasOwn(burnRates, chosen.timeframe)) {
    return { timeframe: chosen.timeframe as Timeframe, target: chosen.target }
  }
  const frames = thresholds.map(({ timeframe }) => `'${timeframe}'`).join(', ')
  throw definitionError(
    'dsl/burn-rate-timeframe',
    `It is not clear which timeframe of '${slo.key}' to watch.`,
    {
      hint: `Write \`over\` with one of ${frames}.`,
    },
  )
}

type Row = (typeof burnRates)[Timeframe][number]

/** Nothing can burn faster than everything failing: 1 / (1 − target). */
function reachableRows(timeframe: Timeframe, target: number): readonly Row[] {
  const highest = 100 / (100 - target)
  const rows = burnRates[timeframe].filter(row => row.burnRate < highest)
  if (rows.some(row => row.severity === 'page')) return rows
  throw definitionError(
    'dsl/burn-rate-target',
    `With a target of ${target} % the burn rate can never exceed ${Number(highest.toFixed(2))}, so no usual alert could page.`,
    { hint: 'Write the alert with `burnRate(…)` and a rate below that, or watch `errorBudget(…)`.' },
  )
}

function burnRateMonitor(
  slo: SloResource,
  timeframe: Timeframe,
  row: Row,
  options: BurnRateAlertsOptions,
): MonitorResource<'slo alert', never> {
  const { longWindow, shortWindow } = row
  const tags = options.tags ?? slo.definition.tags
  const spec = {
    ...(options.protect === undefined ? {} : { protect: options.protect }),
    name: `${slo.definition.name}: error budget burns ${row.burnRate} times too fast (${longWindow})`,
    alert: burnRate(slo, { over: timeframe, longWindow, shortWindow }).above(row.burnRate),
    message: messageText(row, timeframe, options),
    ...(tags === undefined ? {} : { tags }),
    priority: row.severity === 'page' ? (2 as const) : (4 as const),
  }
  return buildMonitor(`${slo.key}-burn-${longWindow}`, spec, burnRateAlerts)
}

function messageText(row: Row, timeframe: Timeframe, options: BurnRateAlertsOptions): string {
  const lines = [
    `Errors of the last ${row.longWindow} used up ${row.consumed} % of the ${timeframe} error budget, and still do.`,
    ...(options.runbook === undefined ? [] : [options.runbook]),
    options[row.severity],
  ]
  return lines.join('\n')
}
