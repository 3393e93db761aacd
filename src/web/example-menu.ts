import type { WordKey } from './words/index.js'

/** What the page explains when nothing else is asked for. */
export const firstExample = 'avg(last_5m):avg:system.load.norm.5{env:prod} by {host} > 1.5'

/** The examples of the menu with their titles, the plainest first. */
export const exampleMenu = {
  threshold: 'exampleThreshold',
  anomaly: 'exampleAnomaly',
  ratio: 'exampleRatio',
  change: 'exampleChange',
  disk: 'exampleLow',
  logs: 'exampleLogs',
  check: 'exampleCheck',
  'burn-rate': 'exampleBurnRate',
  composite: 'exampleComposite',
  widget: 'exampleWidget',
  message: 'exampleMessage',
  monitor: 'exampleMonitor',
} as const satisfies Readonly<Record<string, WordKey>>

export type ExampleId = keyof typeof exampleMenu
