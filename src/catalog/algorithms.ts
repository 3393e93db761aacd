/** https://docs.datadoghq.com/monitors/types/anomaly/ */
export const anomalyAlgorithms = ['basic', 'agile', 'robust'] as const
export const anomalyDirections = ['above', 'below', 'both'] as const
export const seasonalities = ['hourly', 'daily', 'weekly'] as const

export type AnomalyAlgorithm = (typeof anomalyAlgorithms)[number]
export type AnomalyDirection = (typeof anomalyDirections)[number]
export type Seasonality = (typeof seasonalities)[number]

/** What the three anomaly algorithms need and suit. */
export const anomalyAlgorithmFacts = {
  basic: { usesSeasonality: false },
  agile: { usesSeasonality: true },
  robust: { usesSeasonality: true },
} as const satisfies Record<AnomalyAlgorithm, { readonly usesSeasonality: boolean }>

/** The algorithm compares with this many past seasons: three of them must be in the metric's history. */
export const seasonalityHistory = {
  hourly: { seconds: 3 * 3_600, words: '3 hours' },
  daily: { seconds: 3 * 86_400, words: '3 days' },
  weekly: { seconds: 3 * 604_800, words: '3 weeks' },
} as const satisfies Record<Seasonality, { readonly seconds: number; readonly words: string }>

/** Limits of an anomaly monitor. https://docs.datadoghq.com/monitors/types/anomaly/#advanced-alert-conditions */
export const anomalyLimits = {
  /** The rollup interval is at most this share of the alert window: at least five points are judged. */
  pointsPerAlertWindow: 5,
  /** The value is the share of anomalous points, so the threshold lies in (0, 1]. */
  threshold: { above: 0, atMost: 1 },
  /** What the UI offers; `last_5m` works through the API. */
  alertWindow: { shortest: 'last_15m', longest: 'last_2w' },
  /** The window of the head is about this many alert windows; it only affects graphs. */
  queryWindowPerAlertWindow: 5,
  comparators: ['>=', '>'],
} as const

/** https://docs.datadoghq.com/monitors/types/outlier/ Spelled as the documentation and the UI do; both cases work. */
export const outlierAlgorithms = ['dbscan', 'DBSCAN', 'scaledDBSCAN', 'mad', 'MAD', 'scaledMAD'] as const
export type OutlierAlgorithm = (typeof outlierAlgorithms)[number]

/** Whether the algorithm takes a fourth argument, the share of points in percent. */
export const outlierAlgorithmFacts = {
  dbscan: { takesPercentage: false },
  DBSCAN: { takesPercentage: false },
  scaledDBSCAN: { takesPercentage: false },
  mad: { takesPercentage: true },
  MAD: { takesPercentage: true },
  scaledMAD: { takesPercentage: true },
} as const satisfies Record<OutlierAlgorithm, { readonly takesPercentage: boolean }>

/** Fewer groups than this cannot be compared. */
export const outlierLimits = { fewestGroups: 3, threshold: 0, comparator: '>' } as const

/** https://docs.datadoghq.com/monitors/types/forecasts/ */
export const forecastAlgorithms = ['linear', 'seasonal'] as const
export const forecastModels = ['default', 'simple', 'reactive'] as const
export type ForecastAlgorithm = (typeof forecastAlgorithms)[number]
export type ForecastModel = (typeof forecastModels)[number]

/** Which named arguments belong to which algorithm. */
export const forecastAlgorithmFacts = {
  linear: { takesModel: true, takesSeasonality: false },
  seasonal: { takesModel: false, takesSeasonality: true },
} as const satisfies Record<
  ForecastAlgorithm,
  { readonly takesModel: boolean; readonly takesSeasonality: boolean }
>

/** Functions that a forecast refuses inside. https://docs.datadoghq.com/monitors/types/forecasts/#algorithms */
export const notInsideForecast = [
  'anomalies',
  'cumsum',
  'integral',
  'outliers',
  'piecewise_constant',
  'robust_trend',
  'trend_line',
] as const

/** How far ahead a forecast may look. `max` goes with `>` and `>=`, `min` with `<` and `<=`. */
export const forecastLimits = {
  horizon: {
    shortest: 'next_12h',
    longest: 'next_3mo',
    shortestSeconds: 12 * 3_600,
    longestSeconds: 92 * 86_400,
  },
  headFor: { '>': 'max', '>=': 'max', '<': 'min', '<=': 'min' },
} as const
