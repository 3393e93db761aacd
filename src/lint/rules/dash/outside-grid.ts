import { dashboard, timeseries } from '../../example.js'
import { boxOf, gridColumns } from '../../facts/layout.js'
import { widgetName, widgetsOf } from '../../facts/widgets.js'
import { defineRule } from '../../rule.js'

function wide(x: number, width: number) {
  return { definition: timeseries('Load', 'avg:system.load.1{*}'), layout: { x, y: 0, width, height: 2 } }
}

export const outsideGrid = defineRule({
  id: 'dash/outside-grid',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'A widget reaches beyond the twelve columns.',
  why: 'A fixed layout has twelve columns. Datadog refuses a widget that begins or ends outside of them.',
  howToFix: 'Keep `x` plus `width` at 12 or less.',
  source: 'https://docs.datadoghq.com/dashboards/configure/#layout-types',
  examples: {
    good: [{ definition: dashboard({ reflow_type: 'fixed', widgets: [wide(8, 4)] }) }],
    bad: [
      { definition: dashboard({ reflow_type: 'fixed', widgets: [wide(8, 6)] }), finds: 'ends at column 14' },
    ],
  },
  check({ definition }) {
    if (definition.layout_type !== 'ordered' || definition.reflow_type !== 'fixed') return
    return widgetsOf(definition).flatMap(widget => {
      const box = boxOf(widget)
      if (
        box === undefined ||
        (box.x >= 0 && box.y >= 0 && box.width >= 1 && box.x + box.width <= gridColumns)
      )
        return []
      const end = box.x + box.width
      const where =
        end > gridColumns ? `ends at column ${end} of ${gridColumns}` : 'begins outside of the grid'
      const message = `The widget ${widgetName(widget)} ${where}.`
      return [
        { path: [...widget.path, 'layout'], message, hint: `Keep x plus width at ${gridColumns} or less.` },
      ]
    })
  },
})
