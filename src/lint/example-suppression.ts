import type { Resource, Suppression } from '../model/index.js'
import { metricMonitor } from './example.js'

/** A monitor that suppresses findings. */
export function suppressing(suppression: Suppression): readonly Resource[] {
  return [
    { kind: 'monitor', key: 'load', management: { suppress: [suppression] }, definition: metricMonitor() },
  ]
}
