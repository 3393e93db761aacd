/** The word that starts an event monitor's query, and the monitor types it belongs to (https://docs.datadoghq.com/api/latest/monitors/). */
export const eventSources: ReadonlyMap<string, readonly string[]> = new Map([
  ['logs', ['log alert']],
  ['events', ['event-v2 alert', 'event alert']],
  ['rum', ['rum alert']],
  ['trace-analytics', ['trace-analytics alert']],
  ['audits', ['audit alert']],
  ['ci-pipelines', ['ci-pipelines alert']],
  ['ci-tests', ['ci-tests alert']],
  ['error-tracking', ['error-tracking alert']],
  ['error-tracking-rum', ['error-tracking alert']],
  ['error-tracking-traces', ['error-tracking alert']],
  ['error-tracking-logs', ['error-tracking alert']],
  ['database-monitoring', ['database-monitoring alert']],
  ['network-performance', ['network-performance alert']],
  ['network-path', ['network-path alert']],
  ['llm-observability', ['llm-observability alert']],
  ['processes', ['process alert']],
])

const metricTypes = ['query alert', 'metric alert']

/** Types whose query can be a formula over `options.variables`. */
const formulaTypes = [
  ...metricTypes,
  'log alert',
  'event-v2 alert',
  'rum alert',
  'trace-analytics alert',
  'audit alert',
  'ci-pipelines alert',
  'ci-tests alert',
  'error-tracking alert',
  'database-monitoring alert',
  'network-performance alert',
  'network-path alert',
  'llm-observability alert',
  'cost alert',
  'data-quality alert',
  'data-jobs alert',
]

/** The languages of monitor queries. */
export type MonitorLanguage =
  | 'metric'
  | 'service-check'
  | 'event'
  | 'formula'
  | 'slo'
  | 'composite'
  | 'placeholder'

/** The monitor types that a language is written for; an event query's depend on its source. */
export const typesOfLanguage: Readonly<Record<Exclude<MonitorLanguage, 'event'>, readonly string[]>> = {
  metric: metricTypes,
  'service-check': ['service check'],
  formula: formulaTypes,
  slo: ['slo alert'],
  composite: ['composite'],
  placeholder: ['synthetics alert'],
}

/** Every monitor type whose query this front end knows. */
export const monitorTypes: readonly string[] = [
  ...new Set([...Object.values(typesOfLanguage), ...eventSources.values()].flat()),
]

/** The language that a text of this type is read in when the text itself does not tell. */
export function languageOfType(type: string): MonitorLanguage | undefined {
  for (const types of eventSources.values()) if (types.includes(type)) return 'event'
  for (const language of ['metric', 'service-check', 'slo', 'composite', 'placeholder', 'formula'] as const) {
    if (typesOfLanguage[language].includes(type)) return language
  }
  return undefined
}
