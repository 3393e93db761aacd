import type { JsonObject } from '../../model/index.js'
import { builtWidget } from './built-widget.js'
import type { ClassicPart } from './requests/classic.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** What colours the hosts and how large they are; or the newer form with node types, in Datadog's own names. */
export type HostmapData =
  | {
      readonly fill?: ClassicPart
      /** How large the hexagons are. */
      readonly area?: ClassicPart
      readonly infrastructure?: never
    }
  | { readonly infrastructure: JsonObject; readonly fill?: never; readonly area?: never }

/** How a host map is drawn. */
export interface HostmapOptions extends WidgetOptions {
  readonly nodeType?: 'host' | 'container'
  readonly group?: readonly string[]
  readonly scope?: readonly string[]
  readonly noGroupHosts?: boolean
  readonly noMetricHosts?: boolean
  readonly notes?: string
  readonly style?: {
    readonly palette?: string
    readonly paletteFlip?: boolean
    readonly fillMin?: string
    readonly fillMax?: string
  }
}

/** Hosts or containers by colour. @example hostmap('CPU', { fill: { q: avg('system.cpu.user').by('host') } }, { group: ['region'] }) */
export function hostmap(title: Title, data: HostmapData, options: HostmapOptions = {}): Widget {
  return builtWidget('hostmap', [title], { ...options, ...data })
}
