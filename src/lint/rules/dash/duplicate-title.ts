import { dashboard, timeseries } from '../../example.js'
import { type PlacedWidget, widgetsOf } from '../../facts/widgets.js'
import { defineRule } from '../../rule.js'

export const duplicateTitle = defineRule({
  id: 'dash/duplicate-title',
  severity: 'info',
  kinds: ['dashboard'],
  title: 'Two graphs of the same kind have the same title.',
  why: 'Nobody can tell in a call which of the two “Latency” graphs is meant. Usually one was copied and not renamed.',
  howToFix: 'Say in the title what is different.',
  examples: {
    good: [
      {
        definition: dashboard({
          widgets: [
            { definition: timeseries('Load', 'avg:system.load.1{*}') },
            { definition: timeseries('Load, five minutes', 'avg:system.load.5{*}') },
          ],
        }),
      },
      {
        title: 'In different groups the group tells them apart.',
        definition: dashboard({
          widgets: [
            { definition: timeseries('Load', 'avg:system.load.1{*}') },
            {
              definition: {
                type: 'group',
                layout_type: 'ordered',
                title: 'Database',
                widgets: [{ definition: timeseries('Load', 'avg:system.load.1{role:db}') }],
              },
            },
          ],
        }),
      },
    ],
    bad: [
      {
        definition: dashboard({
          widgets: [
            { definition: timeseries('Load', 'avg:system.load.1{*}') },
            { definition: timeseries('Load', 'avg:system.load.5{*}') },
          ],
        }),
        finds: 'Another timeseries widget is titled `Load` too',
      },
    ],
  },
  check({ definition }) {
    const seen = new Set<string>()
    return widgetsOf(definition).flatMap(widget => {
      const title = titleOf(widget)
      if (title === undefined) return []
      const name = JSON.stringify([widget.group?.path ?? [], widget.type, title])
      const isCopy = seen.has(name)
      seen.add(name)
      const message = `Another ${widget.type} widget is titled \`${title}\` too.`
      return isCopy
        ? [{ path: [...widget.path, 'definition', 'title'], message, hint: 'Say what is different.' }]
        : []
    })
  },
})

// Images and notes carry titles that nobody sees.
function titleOf({ definition, type }: PlacedWidget): string | undefined {
  const { title } = definition
  return typeof title === 'string' && title.trim() !== '' && type !== 'image' && type !== 'note'
    ? title
    : undefined
}
