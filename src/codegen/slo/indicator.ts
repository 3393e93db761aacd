import type { JsonObject } from '../../model/index.js'
import type { Members } from '../code/index.js'

/** The builder of one kind of SLO, and what it takes besides what all take. */
export interface Indicator {
  readonly builder: 'slo' | 'timeSliceSlo' | 'monitorSlo'
  readonly members: Members
  /** Fields without a word, at the places where the definition has them. */
  readonly extra?: JsonObject
}
