import { dashboard } from '../../example.js'
import { widgetsOf } from '../../facts/widgets.js'
import { defineRule } from '../../rule.js'

const note = { definition: { type: 'note', content: 'Read me.' } }

export const tooManyWidgets = defineRule({
  id: 'dash/too-many-widgets',
  severity: 'info',
  kinds: ['dashboard'],
  title: 'The dashboard has very many widgets.',
  why: 'Each widget asks its own queries whenever the dashboard is opened, and nobody reads a hundred graphs. A dashboard that answers one question loads fast and is understood.',
  howToFix: 'Split it by question, and link the parts.',
  options: { max: { description: 'Widgets of one dashboard, those in groups counted.', default: 100 } },
  examples: {
    good: [{ definition: dashboard() }],
    bad: [
      {
        title: 'With `max: 2`.',
        definition: dashboard({ widgets: [note, note, note] }),
        options: { max: 2 },
        finds: '3 widgets',
      },
    ],
  },
  check({ definition, options }) {
    const count = widgetsOf(definition).filter(widget => widget.type !== 'group').length
    if (count <= options.max) return
    return {
      path: ['widgets'],
      message: `The dashboard has ${count} widgets, more than ${options.max}.`,
      hint: 'Split it by question.',
    }
  },
})
