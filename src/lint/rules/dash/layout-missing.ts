import { dashboard, timeseries } from '../../example.js'
import { widgetName, widgetsOf } from '../../facts/widgets.js'
import { defineRule } from '../../rule.js'

const load = { definition: timeseries('Load', 'avg:system.load.1{*}') }
const layout = { x: 0, y: 0, width: 4, height: 2 }

export const layoutMissing = defineRule({
  id: 'dash/layout-missing',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'A widget has no place in a layout that needs one.',
  why: 'With a fixed or free layout every widget must say where it is. Datadog refuses the dashboard otherwise.',
  howToFix: "Give the widget a `layout`, or set `reflow_type: 'auto'`.",
  source: 'https://docs.datadoghq.com/api/latest/dashboards/',
  examples: {
    good: [
      { definition: dashboard({ reflow_type: 'fixed', widgets: [{ ...load, layout }] }) },
      { definition: dashboard({ reflow_type: 'auto', widgets: [load] }) },
    ],
    bad: [{ definition: dashboard({ reflow_type: 'fixed', widgets: [load] }), finds: 'has no `layout`' }],
  },
  // Groups without a place are accepted: they take the whole width.
  check({ definition }) {
    const isPlaced = definition.layout_type === 'free' || definition.reflow_type === 'fixed'
    if (!isPlaced) return
    return widgetsOf(definition)
      .filter(widget => widget.layout === undefined && widget.group === undefined && widget.type !== 'group')
      .map(widget => ({
        path: widget.path,
        message: `The widget ${widgetName(widget)} has no \`layout\`, which this dashboard needs.`,
        hint: 'Write { x, y, width, height }.',
      }))
  },
})
