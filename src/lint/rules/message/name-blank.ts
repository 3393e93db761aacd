import { dashboard, metricMonitor } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const nameBlank = defineRule({
  id: 'message/name-blank',
  severity: 'warning',
  kinds: ['monitor', 'slo', 'dashboard'],
  title: 'The name begins or ends with a blank.',
  why: 'A name that begins with a blank is sorted before all others, and it is nearly always left over from editing. A blank at the end only shows in comparisons, so it is a remark.',
  howToFix: 'Remove the blanks around the name.',
  examples: {
    good: [{ definition: metricMonitor({ name: 'Load is high' }) }],
    bad: [
      { definition: metricMonitor({ name: ' Load is high' }), finds: 'begins with a blank' },
      { definition: dashboard({ title: 'Load ' }), finds: 'The title ends with a blank' },
    ],
  },
  check({ resource }) {
    const field = resource.kind === 'dashboard' ? 'title' : 'name'
    const name = resource.definition[field]
    if (typeof name !== 'string' || name.trim() === '' || name === name.trim()) return
    const where = name.startsWith(name.trim()) ? 'ends' : 'begins'
    return {
      path: [field],
      message: `The ${field} ${where} with a blank.`,
      ...(where === 'ends' && { severity: 'info' as const }),
      hint: `Write \`${name.trim()}\`.`,
      fixes: [{ title: `Remove the blanks around the ${field}.`, edits: [set([field], name.trim())] }],
    }
  },
})
