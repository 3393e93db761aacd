import { dashboard } from '../../example.js'
import { presetsOf } from '../../facts/presets.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const presetsSorted = defineRule({
  id: 'dash/presets-sorted',
  severity: 'info',
  set: 'strict',
  kinds: ['dashboard'],
  title: 'Saved views are not sorted by name.',
  why: 'Datadog returns them sorted. Another order in the definition shows as a difference in tools that compare lists.',
  howToFix: 'Sort `template_variable_presets` by name.',
  examples: {
    good: [{ definition: dashboard({ template_variable_presets: [{ name: 'a' }, { name: 'b' }] }) }],
    bad: [
      {
        definition: dashboard({ template_variable_presets: [{ name: 'b' }, { name: 'a' }] }),
        finds: '`a` stands behind `b`',
      },
    ],
  },
  check({ definition }) {
    const presets = presetsOf(definition)
    const index = presets.findIndex(
      ({ name }, position) => position > 0 && name < (presets[position - 1]?.name ?? ''),
    )
    const [before, late] = [presets[index - 1], presets[index]]
    const list = definition.template_variable_presets
    if (before === undefined || late === undefined || !Array.isArray(list)) return
    const order = presets.map((preset, position) => ({ name: preset.name, position }))
    order.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.position - b.position))
    const sorted = order.map(({ position }) => list[position])
    return {
      path: late.path,
      message: `Saved views are sorted by name, but \`${late.name}\` stands behind \`${before.name}\`.`,
      hint: 'Sort them by name.',
      fixes: [{ title: 'Sort the saved views.', edits: [set(['template_variable_presets'], sorted)] }],
    }
  },
})
