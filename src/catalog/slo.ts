/** The windows of an SLO. https://docs.datadoghq.com/service_level_objectives/ */
export const sloTimeframes = {
  '7d': { days: 7, hours: 168 },
  '30d': { days: 30, hours: 720 },
  '90d': { days: 90, hours: 2_160 },
} as const satisfies Record<string, { readonly days: number; readonly hours: number }>

export type SloTimeframe = keyof typeof sloTimeframes

/** One severity of a burn-rate alert. */
export interface BurnRateRow {
  readonly severity: 'page' | 'ticket'
  readonly burnRate: number
  readonly longWindow: string
  readonly shortWindow: string
  /** Percent of the budget that is gone when the alert fires. */
  readonly consumed: number
}

/** Recommended burn rates. https://docs.datadoghq.com/service_level_objectives/burn_rate/ */
export const burnRates = {
  '7d': [
    { severity: 'page', burnRate: 16.8, longWindow: '1h', shortWindow: '5m', consumed: 10 },
    { severity: 'page', burnRate: 5.6, longWindow: '6h', shortWindow: '30m', consumed: 20 },
    { severity: 'ticket', burnRate: 2.8, longWindow: '24h', shortWindow: '120m', consumed: 40 },
  ],
  '30d': [
    { severity: 'page', burnRate: 14.4, longWindow: '1h', shortWindow: '5m', consumed: 2 },
    { severity: 'page', burnRate: 6, longWindow: '6h', shortWindow: '30m', consumed: 5 },
    { severity: 'ticket', burnRate: 3, longWindow: '24h', shortWindow: '120m', consumed: 10 },
  ],
  '90d': [
    { severity: 'page', burnRate: 21.6, longWindow: '1h', shortWindow: '5m', consumed: 1 },
    { severity: 'page', burnRate: 10.8, longWindow: '6h', shortWindow: '30m', consumed: 3 },
    { severity: 'ticket', burnRate: 4.5, longWindow: '24h', shortWindow: '120m', consumed: 5 },
  ],
} as const satisfies Record<SloTimeframe, readonly BurnRateRow[]>

/** Ranges of SLO alerts. The highest possible burn rate is 1 / (1 − target). */
export const sloAlertLimits = {
  comparators: ['>', '>='],
  longWindow: { minSeconds: 3_600, maxSeconds: 48 * 3_600 },
  /** The short window should be this share of the long one. */
  shortWindowShare: 1 / 12,
  errorBudget: { above: 0, atMost: 100 },
  burnRate: { above: 0 },
  /** Ids are hexadecimal digits, 32 in every answer of an account that was seen. */
  id: /^[0-9a-f]+$/i,
} as const

/** The three kinds of SLO and how precisely their targets are kept. */
export const sloTypes = {
  metric: { needs: ['query', 'sli_specification'], decimals: { '7d': 3, '30d': 3, '90d': 3 } },
  monitor: { needs: ['monitor_ids'], decimals: { '7d': 2, '30d': 2, '90d': 3 } },
  time_slice: { needs: ['sli_specification'], decimals: { '7d': 2, '30d': 2, '90d': 3 } },
} as const satisfies Record<
  string,
  { readonly needs: readonly string[]; readonly decimals: Record<SloTimeframe, number> }
>

export type SloType = keyof typeof sloTypes

/** Ranges of an SLO. */
export const sloLimits = {
  target: { above: 0, below: 100 },
  /** More are cut off silently. Monitor SLOs of 7 and 30 days keep one less. */
  decimals: 3,
  monitors: 20,
  /** The UI offers 20; the API takes 100. */
  groups: 100,
  sliceSeconds: [60, 300],
  sliceComparators: ['>', '>=', '<', '<='],
} as const

/** https://docs.datadoghq.com/service_level_objectives/#slo-status-corrections */
export const correctionCategories = [
  'Scheduled Maintenance',
  'Outside Business Hours',
  'Deployment',
  'Other',
] as const
export type CorrectionCategory = (typeof correctionCategories)[number]
