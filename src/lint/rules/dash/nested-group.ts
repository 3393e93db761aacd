import { dashboard } from '../../example.js'
import { widgetName, widgetsOf } from '../../facts/widgets.js'
import { defineRule } from '../../rule.js'

function group(title: string, ...widgets: readonly { readonly definition: object }[]) {
  return { definition: { type: 'group', layout_type: 'ordered', title, widgets: widgets as never } }
}

const note = { definition: { type: 'note', content: 'Read me.' } }

export const nestedGroup = defineRule({
  id: 'dash/nested-group',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'A group lies inside a group.',
  why: 'Groups of a dashboard have one level. Datadog refuses a group in a group.',
  howToFix: 'Put the inner group beside the outer one.',
  source: 'https://docs.datadoghq.com/dashboards/widgets/group/',
  examples: {
    good: [{ definition: dashboard({ widgets: [group('Outer', note), group('Other', note)] }) }],
    bad: [{ definition: dashboard({ widgets: [group('Outer', group('Inner', note))] }), finds: '`Inner`' }],
  },
  check({ definition }) {
    return widgetsOf(definition)
      .filter(widget => widget.type === 'group' && widget.group !== undefined)
      .map(widget => ({
        path: widget.path,
        message: `The group ${widgetName(widget)} lies inside another group.`,
        hint: 'Put it beside that group.',
      }))
  },
})
