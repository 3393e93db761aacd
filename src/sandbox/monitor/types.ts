/** What the server does differently from one monitor type to the next. */
export interface TypeFacts {
  /** How the query ends in a comparison: `numeric` types compare with a number, the others do not. */
  readonly comparison: 'numeric' | 'none'
  /** Event-platform types get `groupby_simple_monitor: false` when the option is not sent. */
  readonly groupbySimpleMonitor: boolean
  /** Thresholds come back as floats (`2.0`), except for checks, whose thresholds are counts. */
  readonly floatThresholds: boolean
  /** The text for a query without comparison differs between the metric family and the others. */
  readonly family: 'metric' | 'event' | 'check' | 'composite' | 'slo' | 'other'
}

const METRIC: TypeFacts = {
  comparison: 'numeric',
  groupbySimpleMonitor: false,
  floatThresholds: true,
  family: 'metric',
}
const EVENT: TypeFacts = {
  comparison: 'numeric',
  groupbySimpleMonitor: true,
  floatThresholds: true,
  family: 'event',
}
// These share the event platform's query form; whether they also get `groupby_simple_monitor` was never recorded.
const OTHER_EVENT: TypeFacts = { ...EVENT, groupbySimpleMonitor: false }
const FORMULA: TypeFacts = {
  comparison: 'numeric',
  groupbySimpleMonitor: false,
  floatThresholds: true,
  family: 'other',
}

/** Every monitor type: https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor */
export const MONITOR_TYPES: ReadonlyMap<string, TypeFacts> = new Map([
  ['metric alert', METRIC],
  ['query alert', METRIC],
  [
    'service check',
    { comparison: 'none', groupbySimpleMonitor: false, floatThresholds: false, family: 'check' },
  ],
  [
    'composite',
    { comparison: 'none', groupbySimpleMonitor: false, floatThresholds: true, family: 'composite' },
  ],
  ['slo alert', { comparison: 'numeric', groupbySimpleMonitor: false, floatThresholds: true, family: 'slo' }],
  ['log alert', EVENT],
  ['rum alert', EVENT],
  ['ci-tests alert', EVENT],
  ['ci-pipelines alert', EVENT],
  ['error-tracking alert', EVENT],
  ['llm-observability alert', EVENT],
  ['event-v2 alert', OTHER_EVENT],
  ['event alert', OTHER_EVENT],
  ['trace-analytics alert', OTHER_EVENT],
  ['audit alert', OTHER_EVENT],
  ['database-monitoring alert', OTHER_EVENT],
  ['network-performance alert', OTHER_EVENT],
  ['network-path alert', OTHER_EVENT],
  ['process alert', OTHER_EVENT],
  ['cost alert', FORMULA],
  ['data-quality alert', FORMULA],
  ['data-jobs alert', FORMULA],
  ['datadog-usage alert', FORMULA],
  [
    'synthetics alert',
    { comparison: 'none', groupbySimpleMonitor: false, floatThresholds: true, family: 'other' },
  ],
])

/** `metric alert` and `query alert` are one type to the server, which picks the name itself. */
export function isSameType(a: string, b: string): boolean {
  return a === b || (isMetricType(a) && isMetricType(b))
}

export function isMetricType(type: string): boolean {
  return type === 'metric alert' || type === 'query alert'
}
