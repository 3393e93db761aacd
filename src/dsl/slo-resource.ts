import type { Slo, SloDefinition } from '../model/index.js'
import { type Boundary, callSite } from './call-site.js'
import { announce } from './collector.js'
import { checkedResourceKey, type ManagementOptions, managementOf } from './resource-key.js'

/** The rolling windows an SLO can have. */
export type Timeframe = '7d' | '30d' | '90d'

declare const timeframes: unique symbol

/** An SLO that the builders made. `Frames` are the timeframes it has a target for. */
export interface SloResource<Frames extends string = string> extends Slo {
  readonly [timeframes]?: Frames
}

export function defineSlo(
  key: string,
  management: ManagementOptions,
  definition: SloDefinition,
  boundary: Boundary,
): SloResource<never> {
  const origin = callSite(boundary)
  return announce({
    kind: 'slo',
    key: checkedResourceKey(key),
    definition,
    management: managementOf(management),
    ...(origin === undefined ? {} : { origin }),
  })
}
