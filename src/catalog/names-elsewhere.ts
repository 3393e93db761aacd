/** Functions by the names that other tools, and people in a hurry, give them; in lower case. */
export const functionsElsewhere: ReadonlyMap<string, string> = new Map([
  ['anomaly', 'anomalies'],
  ['anomaly_detection', 'anomalies'],
  ['outlier', 'outliers'],
  ['forecasts', 'forecast'],
  ['ewma', 'ewma_5'],
  ['rolling_avg', 'rollingavg_5'],
  ['moving_average', 'moving_rollup'],
  ['persec', 'per_second'],
  ['per_sec', 'per_second'],
  ['rate', 'per_second'],
  ['irate', 'per_second'],
  ['permin', 'per_minute'],
  ['per_min', 'per_minute'],
  ['delta', 'diff'],
  ['increase', 'monotonic_diff'],
  ['topk', 'top'],
  ['fill_zero', 'default_zero'],
  ['zerofill', 'default_zero'],
  ['time_shift', 'timeshift'],
  ['cumulative_sum', 'cumsum'],
  ['log', 'log10'],
  ['clampmin', 'clamp_min'],
  ['clampmax', 'clamp_max'],
])

/** Aggregators by the names that other tools give them. */
export const aggregatorsElsewhere: ReadonlyMap<string, string> = new Map([
  ['average', 'avg'],
  ['mean', 'avg'],
  ['total', 'sum'],
  ['maximum', 'max'],
  ['minimum', 'min'],
  ['median', 'p50'],
])

/** Values of arguments by other words for them; a value is meant only where the argument has it. */
export const valuesElsewhere: ReadonlyMap<string, readonly string[]> = new Map([
  ['up', ['above']],
  ['upper', ['above']],
  ['over', ['above']],
  ['down', ['below']],
  ['lower', ['below']],
  ['under', ['below']],
  ['average', ['avg', 'mean']],
  ['mean', ['avg']],
  ['avg', ['mean']],
  ['total', ['sum']],
  ['maximum', ['max']],
  ['minimum', ['min']],
  ['descending', ['desc']],
  ['ascending', ['asc']],
])
