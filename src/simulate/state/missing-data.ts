import type { MonitorOptions } from '../../model/index.js'
import type { Reporter } from '../report.js'

/** What an evaluation without data does. https://docs.datadoghq.com/monitors/configuration/#no-data */
export type MissingData =
  /** Compares 0, as a count of nothing is. */
  | { readonly kind: 'zero'; readonly unlessOthersReport: boolean }
  | { readonly kind: 'keep' }
  | { readonly kind: 'no data'; readonly notifies: boolean; readonly afterSeconds: number }
  | { readonly kind: 'resolve' }

interface MissingDataFacts {
  /** The query counts, so that no data means 0. */
  readonly counts: boolean
  /** When data count as missing without `no_data_timeframe`. */
  readonly defaultSeconds: number
  readonly unlessOthersReport?: boolean
}

/** Reads `on_missing_data`, or `notify_no_data` and `no_data_timeframe`. */
export function readMissingData(
  options: MonitorOptions,
  facts: MissingDataFacts,
  report: Pick<Reporter, 'refuse'>,
): MissingData | undefined {
  const { on_missing_data: onMissingData } = options
  if (onMissingData === undefined || onMissingData === null) return legacy(options, facts)
  switch (onMissingData) {
    case 'default':
      return facts.counts
        ? { kind: 'zero', unlessOthersReport: facts.unlessOthersReport ?? false }
        : { kind: 'keep' }
    case 'show_no_data':
      return { kind: 'no data', notifies: false, afterSeconds: 0 }
    case 'show_and_notify_no_data':
      return { kind: 'no data', notifies: true, afterSeconds: 0 }
    case 'resolve':
      return { kind: 'resolve' }
    default:
      return report.refuse('on-missing-data', `\`on_missing_data\` has no value \`${onMissingData}\`.`)
  }
}

function legacy(options: MonitorOptions, { defaultSeconds }: MissingDataFacts): MissingData {
  if (options.notify_no_data !== true) return { kind: 'keep' }
  const minutes = options.no_data_timeframe
  const afterSeconds = typeof minutes === 'number' ? minutes * 60 : defaultSeconds
  return { kind: 'no data', notifies: true, afterSeconds }
}
