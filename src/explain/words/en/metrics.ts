import type { MetricFamily } from '../../metric-family.js'

/** Units whose name alone does not say how to read the number; others are Datadog's own word. */
export const unitWords: Readonly<Record<string, string>> = {
  percent: 'percent, 0 to 100',
  fraction: 'a fraction, 0 to 1',
  byte: 'bytes',
  nanocore: 'nanocores (1,000,000,000 nanocores = one CPU core)',
  core: 'CPU cores',
  second: 'seconds',
  millisecond: 'milliseconds',
  nanosecond: 'nanoseconds',
  request: 'requests',
  error: 'errors',
  connection: 'connections',
  container: 'containers',
  event: 'events',
  invocation: 'invocations',
  message: 'messages',
  offset: 'offsets',
  process: 'processes',
  query: 'queries',
  throttle: 'throttles',
}

export const familyWords: Readonly<Record<Exclude<MetricFamily, 'cost'>, string>> = {
  system: "Datadog's Agent on each host",
  container: "Datadog's Agent, for each container",
  kubernetes: "Datadog's Agent, from Kubernetes",
  docker: "Datadog's Agent, from Docker",
  aws: 'the AWS integration',
  azure: 'the Azure integration',
  gcp: 'the Google Cloud integration',
  trace: "APM, computed from an application's traces",
}
