import type { GroupColor } from '../../catalog/index.js'
import { type Widget, type WidgetOptions, widget } from './widget.js'

/** How a group looks. */
export interface GroupWidgetOptions extends Omit<WidgetOptions, 'span' | 'links'> {
  readonly background?: GroupColor
  readonly showTitle?: boolean
  readonly banner?: string
}

/**
 * Widgets under a common title; groups cannot stand in groups.
 * @example group('Latency', [timeseries('p95', p95('api.latency'))])
 */
export function group(title: string, children: readonly Widget[], options: GroupWidgetOptions = {}): Widget {
  const fields = {
    layout_type: 'ordered',
    background_color: options.background,
    show_title: options.showTitle,
    banner_img: options.banner,
  }
  return { ...widget('group', title, fields, options), children }
}
