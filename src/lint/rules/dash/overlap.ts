import { dashboard, timeseries } from '../../example.js'
import { type Box, boxOf, overlap } from '../../facts/layout.js'
import { type PlacedWidget, widgetName, widgetsOf } from '../../facts/widgets.js'
import { defineRule } from '../../rule.js'

function at(x: number, y: number) {
  return {
    definition: timeseries(`Load ${x} ${y}`, 'avg:system.load.1{*}'),
    layout: { x, y, width: 4, height: 2 },
  }
}

function columnBreak() {
  const { definition, layout } = at(0, 0)
  return { definition, layout: { ...layout, is_column_break: true } }
}

export const widgetOverlap = defineRule({
  id: 'dash/overlap',
  severity: 'warning',
  kinds: ['dashboard'],
  title: 'Two widgets lie on top of each other.',
  why: 'On a grid Datadog pushes one of them away, so the dashboard looks different from its definition. Nobody knows which order was meant.',
  howToFix: 'Move one of them: the next free place is at `y` plus `height`.',
  source: 'https://docs.datadoghq.com/dashboards/configure/#layout-types',
  examples: {
    good: [
      { definition: dashboard({ reflow_type: 'fixed', widgets: [at(0, 0), at(4, 0), at(0, 2)] }) },
      {
        title: 'A free layout may overlap.',
        definition: dashboard({ layout_type: 'free', widgets: [at(0, 0), at(1, 1)] }),
      },
      {
        title: 'Behind a column break rows are counted from 0 again.',
        definition: dashboard({ reflow_type: 'fixed', widgets: [at(0, 0), at(0, 2), columnBreak()] }),
      },
    ],
    bad: [
      {
        definition: dashboard({ reflow_type: 'fixed', widgets: [at(0, 0), at(3, 1)] }),
        finds: 'lies on top of',
      },
      {
        definition: dashboard({ reflow_type: 'fixed', widgets: [at(0, 0), at(0, 0)] }),
        finds: 'lies on top of',
      },
    ],
  },
  check({ definition }) {
    if (definition.layout_type !== 'ordered' || definition.reflow_type !== 'fixed') return
    return boxesByGroup(widgetsOf(definition)).flatMap(boxes => overlapsIn(boxes))
  },
})

/** The boxes that share a grid: those of one group, up to the next column break. */
function boxesByGroup(widgets: readonly PlacedWidget[]): Box[][] {
  const groups = new Map<PlacedWidget | undefined, Box[][]>()
  for (const widget of widgets) {
    const box = boxOf(widget)
    if (box === undefined) continue
    const grids = groups.get(widget.group) ?? [[]]
    if (startsGrid(box, grids.at(-1) ?? [])) grids.push([])
    grids.at(-1)?.push(box)
    groups.set(widget.group, grids)
  }
  return [...groups.values()].flatMap(grids => (isUnplaced(grids) ? [grids.flat()] : grids))
}

/** Every widget at the same place is no wide dashboard: whoever wrote it has not placed them yet. */
function isUnplaced(grids: readonly (readonly Box[])[]): boolean {
  const isMarked = ({ widget }: Box) => widget.layout?.is_column_break === true
  return grids.flat().every(box => isOrigin(box) && !isMarked(box))
}

// Widgets are listed in reading order. In the export of a wide dashboard the second half counts rows from 0 again, often
// without a mark, so a step back to an earlier row begins a new grid.
function startsGrid(box: Box, before: readonly Box[]): boolean {
  const previous = before.at(-1)
  if (previous === undefined) return false
  const isBreak = box.widget.layout?.is_column_break === true
  return (
    isBreak || box.y < previous.y || (box.y === 0 && previous.y === 0 && box.x < previous.x) || isOrigin(box)
  )
}

function isOrigin({ x, y }: Box): boolean {
  return x === 0 && y === 0
}

function overlapsIn(boxes: readonly Box[]) {
  return boxes.flatMap((box, index) => {
    const other = boxes.slice(0, index).find(each => overlap(each, box))
    if (other === undefined) return []
    const message = `The widget ${widgetName(box.widget)} lies on top of the widget ${widgetName(other.widget)}.`
    const hint = `Put it at y: ${other.y + other.height}.`
    return [{ path: [...box.widget.path, 'layout'], message, hint }]
  })
}
