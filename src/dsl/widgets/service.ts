import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** What a summary of a service shows. */
export interface TraceServiceOptions extends WidgetOptions {
  readonly env: string
  /** The operation, such as `http.request`. */
  readonly spanName: string
  readonly showHits?: boolean
  readonly showErrors?: boolean
  readonly showLatency?: boolean
  readonly showBreakdown?: boolean
  readonly showDistribution?: boolean
  readonly showResourceList?: boolean
  readonly sizeFormat?: 'small' | 'medium' | 'large'
  readonly display?: 'one_column' | 'two_column' | 'three_column'
}

/** A service's figures from its traces. @example traceService('API', 'api', { env: 'prod', spanName: 'http.request' }) */
export function traceService(title: Title, service: string, options: TraceServiceOptions): Widget {
  return builtWidget('trace_service', [title, service], options)
}

/** What a map of services shows. */
export interface ServiceMapOptions extends WidgetOptions {
  /** The environment first: `['env:prod']`. */
  readonly filters: readonly string[]
}

/** A service with its neighbours, superseded by `topologyMap`. @example serviceMap('API', 'api', { filters: ['env:prod'] }) */
export function serviceMap(title: Title, service: string, options: ServiceMapOptions): Widget {
  return builtWidget('servicemap', [title, service], options)
}
