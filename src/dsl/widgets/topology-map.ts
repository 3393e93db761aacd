import type { JsonObject } from '../../model/index.js'
import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** What a map shows. */
export interface TopologyRequest {
  readonly requestType?: 'topology' | null
  readonly query: {
    readonly dataSource: 'service_map' | 'data_streams'
    readonly service: string
    /** The environment first: `['env:prod']`. */
    readonly filters: readonly string[]
    readonly queryString?: string
  }
  readonly extra?: JsonObject
}

/**
 * Services or data streams with their neighbours.
 * @example topologyMap('API', { query: { dataSource: 'service_map', service: 'api', filters: ['env:prod'] } })
 */
export function topologyMap(
  title: Title,
  data: TopologyRequest | readonly TopologyRequest[],
  options: WidgetOptions = {},
): Widget {
  return builtWidget('topology_map', [title, data], options)
}
