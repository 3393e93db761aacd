/** The first segment of a metric name tells which product or integration sends it. */
const metricFamilies = [
  'system',
  'container',
  'kubernetes',
  'docker',
  'aws',
  'azure',
  'gcp',
  'trace',
  'cost',
] as const
export type MetricFamily = (typeof metricFamilies)[number]

/** The family of a metric, by its first segment. */
export function metricFamily(name: string): MetricFamily | undefined {
  // Cloud Cost Management names its metrics by the provider, whose integration does not send them.
  if (/^\w+\.cost\./.test(name)) return 'cost'
  const first = name.slice(0, Math.max(0, name.indexOf('.')))
  return metricFamilies.find(family => family === first)
}
