/** Which grammar a monitor's query follows. */
export type QueryLanguage =
  | 'metric'
  | 'service-check'
  | 'event'
  | 'formula'
  | 'slo'
  | 'composite'
  | 'placeholder'

/** What is known about one monitor type. */
export interface MonitorTypeFacts {
  /** As Datadog's monitor list names it. */
  readonly label: string
  readonly language: QueryLanguage
  /** The words before the parenthesis: `logs(…)`. */
  readonly sources: readonly string[]
  /** Whether `formula("…")` with `options.variables` may stand for the query. */
  readonly mayUseFormula: boolean
  /** `data_source` of the variables of a formula. */
  readonly dataSources: readonly string[]
  /** Functions that only this type's formulas have. */
  readonly formulaFunctions?: readonly string[]
  /** What the one variable of the formula must be called. */
  readonly variableName?: string
  readonly supportsGroups: boolean
  /** Which options say what happens without data. */
  readonly missingData: 'notify_no_data' | 'on_missing_data' | 'either' | 'none'
  /** Whether a monitor SLO may use it. https://docs.datadoghq.com/service_level_objectives/monitor/ */
  readonly canBackSlo: boolean
  /** Key into `evaluationWindows`; absent when the query has no window. */
  /** How often it is evaluated, and how old its data is, whatever its window. */
  readonly evaluation?: { readonly everySeconds: number; readonly delaySeconds: number }
  readonly windows?: 'metric' | 'event' | 'process' | 'cost' | 'data'
  /** Not to be created through the monitor API any more, and what to use. */
  readonly instead?: string
  readonly source: string
}

const monitorPages = 'https://docs.datadoghq.com/monitors/types'

const event = {
  language: 'event',
  mayUseFormula: true,
  supportsGroups: true,
  missingData: 'on_missing_data',
  canBackSlo: false,
  windows: 'event',
} as const

const metric = {
  language: 'metric',
  sources: [],
  mayUseFormula: true,
  dataSources: ['metrics', 'aggregate_augmented_query', 'aggregate_filtered_query'],
  supportsGroups: true,
  missingData: 'either',
  canBackSlo: true,
  windows: 'metric',
  source: `${monitorPages}/metric/`,
} as const

/** Every monitor type of the API. https://docs.datadoghq.com/api/latest/monitors/ */
export const monitorTypes = {
  // The account itself decides between the two names of a metric monitor, so they mean the same.
  'metric alert': { ...metric, label: 'Metric' },
  'query alert': { ...metric, label: 'Metric' },
  'service check': {
    label: 'Service check',
    language: 'service-check',
    sources: [],
    mayUseFormula: false,
    dataSources: [],
    supportsGroups: true,
    missingData: 'notify_no_data',
    canBackSlo: true,
    source: `${monitorPages}/service_check/`,
  },
  'log alert': {
    ...event,
    label: 'Logs',
    sources: ['logs'],
    dataSources: ['logs'],
    source: `${monitorPages}/log/`,
  },
  'event-v2 alert': {
    ...event,
    label: 'Event',
    sources: ['events'],
    dataSources: ['events'],
    source: `${monitorPages}/event/`,
  },
  'rum alert': {
    ...event,
    label: 'Real User Monitoring',
    sources: ['rum'],
    dataSources: ['rum'],
    source: `${monitorPages}/real_user_monitoring/`,
  },
  'trace-analytics alert': {
    ...event,
    label: 'APM trace analytics',
    sources: ['trace-analytics'],
    dataSources: ['spans'],
    source: `${monitorPages}/apm/`,
  },
  'audit alert': {
    ...event,
    label: 'Audit Trail',
    sources: ['audits'],
    dataSources: ['audit'],
    source: `${monitorPages}/audit_trail/`,
  },
  'ci-pipelines alert': {
    ...event,
    label: 'CI pipelines',
    sources: ['ci-pipelines'],
    dataSources: ['ci_pipelines'],
    source: `${monitorPages}/ci/`,
  },
  'ci-tests alert': {
    ...event,
    label: 'CI tests',
    sources: ['ci-tests'],
    dataSources: ['ci_tests'],
    source: `${monitorPages}/ci/`,
  },
  'error-tracking alert': {
    ...event,
    label: 'Error Tracking',
    // The last three are the older spellings; they are still accepted.
    sources: ['error-tracking', 'error-tracking-rum', 'error-tracking-traces', 'error-tracking-logs'],
    dataSources: ['errors', 'rum', 'spans', 'logs'],
    source: `${monitorPages}/error_tracking/`,
  },
  'database-monitoring alert': {
    ...event,
    label: 'Database Monitoring',
    sources: ['database-monitoring'],
    dataSources: ['database_queries'],
    source: `${monitorPages}/database_monitoring/`,
  },
  'network-performance alert': {
    ...event,
    label: 'Cloud Network Monitoring',
    sources: ['network-performance'],
    dataSources: ['network'],
    source: `${monitorPages}/cloud_network_monitoring/`,
  },
  'network-path alert': {
    ...event,
    label: 'Network Path',
    sources: ['network-path'],
    dataSources: ['network_path'],
    source: `${monitorPages}/network_path/`,
  },
  'llm-observability alert': {
    ...event,
    label: 'LLM Observability',
    sources: ['llm-observability'],
    dataSources: ['llm_observability'],
    source: 'https://docs.datadoghq.com/llm_observability/monitoring/',
  },
  'process alert': {
    ...event,
    label: 'Live process',
    mayUseFormula: false,
    missingData: 'either',
    windows: 'process',
    sources: ['processes'],
    dataSources: [],
    source: `${monitorPages}/process/`,
  },
  'event alert': {
    ...event,
    label: 'Event (legacy)',
    mayUseFormula: false,
    missingData: 'notify_no_data',
    sources: ['events'],
    dataSources: [],
    instead: 'an `event-v2 alert`',
    source: 'https://docs.datadoghq.com/events/guides/migrating_to_new_events_features/',
  },
  'slo alert': {
    label: 'SLO alert',
    language: 'slo',
    sources: ['error_budget', 'burn_rate'],
    mayUseFormula: false,
    dataSources: [],
    supportsGroups: false,
    missingData: 'none',
    canBackSlo: false,
    source: 'https://docs.datadoghq.com/service_level_objectives/burn_rate/',
  },
  composite: {
    label: 'Composite',
    language: 'composite',
    sources: [],
    mayUseFormula: false,
    dataSources: [],
    // Its groups are those of its members.
    supportsGroups: false,
    missingData: 'notify_no_data',
    canBackSlo: false,
    source: `${monitorPages}/composite/`,
  },
  'cost alert': {
    label: 'Cloud Cost',
    language: 'formula',
    sources: ['formula'],
    mayUseFormula: true,
    dataSources: ['cloud_cost', 'metrics', 'datadog_usage'],
    supportsGroups: true,
    missingData: 'notify_no_data',
    canBackSlo: false,
    windows: 'cost',
    evaluation: { everySeconds: 1_800, delaySeconds: 172_800 },
    source: `${monitorPages}/cloud_cost/`,
  },
  'data-quality alert': {
    label: 'Data quality',
    language: 'formula',
    sources: ['formula'],
    mayUseFormula: true,
    dataSources: ['data_quality_metrics'],
    supportsGroups: true,
    missingData: 'notify_no_data',
    canBackSlo: false,
    windows: 'data',
    source: 'https://docs.datadoghq.com/api/latest/monitors/',
  },
  'data-jobs alert': {
    label: 'Data jobs',
    language: 'formula',
    sources: ['formula'],
    mayUseFormula: true,
    // Its variable has a `job_type` instead of a data source.
    dataSources: [],
    formulaFunctions: ['failed_runs'],
    variableName: 'run_query',
    supportsGroups: true,
    missingData: 'notify_no_data',
    canBackSlo: false,
    windows: 'data',
    source: 'https://docs.datadoghq.com/api/latest/monitors/',
  },
  'synthetics alert': {
    label: 'Synthetics',
    language: 'placeholder',
    sources: [],
    mayUseFormula: false,
    dataSources: [],
    supportsGroups: false,
    missingData: 'none',
    canBackSlo: true,
    instead: 'a Synthetics test, which brings its own monitor',
    source: 'https://docs.datadoghq.com/synthetics/guide/synthetic-test-monitors/',
  },
} as const satisfies Record<string, MonitorTypeFacts>

export type MonitorType = keyof typeof monitorTypes

/** All types, in the table's order. */
export const monitorTypeNames = Object.keys(monitorTypes) as readonly MonitorType[]

/** True for a type of the table; the API also knows a few unlisted ones. */
export function isMonitorType(text: string): text is MonitorType {
  return Object.hasOwn(monitorTypes, text)
}

/**
 * The facts of a type, or undefined for one that is not in the table.
 * @example monitorTypeNamed('log alert')?.sources // ['logs']
 */
export function monitorTypeNamed(type: string): MonitorTypeFacts | undefined {
  return isMonitorType(type) ? monitorTypes[type] : undefined
}

/** True for the two names of a metric monitor. */
export function isMetricType(type: string): boolean {
  return type === 'metric alert' || type === 'query alert'
}

/** The types whose query may start with this word; the legacy event type stands behind its successor. */
export function typesForSource(source: string): readonly MonitorType[] {
  return monitorTypeNames.filter(type => (monitorTypes[type].sources as readonly string[]).includes(source))
}
