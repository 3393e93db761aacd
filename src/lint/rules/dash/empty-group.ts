import { dashboard } from '../../example.js'
import { widgetName, widgetsOf } from '../../facts/widgets.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

const note = { definition: { type: 'note', content: 'Read me.' } }

export const emptyGroup = defineRule({
  id: 'dash/empty-group',
  severity: 'info',
  kinds: ['dashboard'],
  title: 'A group holds no widget.',
  why: 'An empty group takes space and promises something that is not there. Usually its widgets were moved.',
  howToFix: 'Fill the group or remove it.',
  examples: {
    good: [
      {
        definition: dashboard({
          widgets: [{ definition: { type: 'group', layout_type: 'ordered', title: 'API', widgets: [note] } }],
        }),
      },
    ],
    bad: [
      {
        definition: dashboard({
          widgets: [
            note,
            { definition: { type: 'group', layout_type: 'ordered', title: 'API', widgets: [] } },
          ],
        }),
        finds: '`API` holds no widget',
      },
    ],
  },
  check({ definition }) {
    return widgetsOf(definition)
      .filter(
        ({ type, definition: { widgets } }) =>
          type === 'group' && Array.isArray(widgets) && widgets.length === 0,
      )
      .map(widget => ({
        path: widget.path,
        message: `The group ${widgetName(widget)} holds no widget.`,
        hint: 'Fill it or remove it.',
        fixes: [{ title: 'Remove the empty group.', edits: [remove(widget.path)] }],
      }))
  },
})
