import { metricMonitor } from '../../example.js'
import { groupsOf } from '../../facts/groups.js'
import { partsOf } from '../../facts/message-parts.js'
import { tagKeyOf } from '../../facts/message-variables.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const noGroupVariable = defineRule({
  id: 'message/no-group-variable',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The notification does not say which group it is about.',
  why: 'The monitor alerts for each group on its own, but with `include_tags` off and no variable in the text all notifications read alike. The reader cannot tell which host or service is in trouble.',
  howToFix: 'Put the group into the name or message, `{{host.name}}`, or leave `include_tags` on.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#tag-variables',
  examples: {
    good: [
      {
        definition: metricMonitor({
          name: 'Load is high on {{host.name}}',
          options: { thresholds: { critical: 4 }, include_tags: false },
        }),
      },
      {
        title: 'The key alone names the group too.',
        definition: metricMonitor({
          name: 'Load is high on {{host}}',
          message: 'High. @slack-sre',
          options: { thresholds: { critical: 4 }, include_tags: false },
        }),
      },
      {
        title: 'With `include_tags` the title carries the group.',
        definition: metricMonitor({ message: 'High. @slack-sre' }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          message: 'Load is high. @slack-sre',
          options: { thresholds: { critical: 4 }, include_tags: false },
        }),
        finds: 'does not say which host',
      },
    ],
  },
  check({ definition }) {
    const { keys } = groupsOf(definition)
    if (definition.options?.include_tags !== false || keys.length === 0) return
    // A simple alert over groups has no group to name.
    if (definition.options.notify_by?.includes('*')) return
    const hasVariable = partsOf(definition).some(
      ({ part }) =>
        part.kind === 'message-variable' && (part.path.length > 1 || keys.includes(tagKeyOf(part.path))),
    )
    if (hasVariable) return
    const path = ['options', 'include_tags']
    return {
      path,
      message: `The notification does not say which ${keys.join(' and ')} it is about: \`include_tags\` is false and the text has no variable.`,
      hint: `Write \`{{${keys[0]}.name}}\` in the name or message.`,
      fixes: [{ title: 'Let Datadog add the group to the title.', edits: [set(path, true)] }],
    }
  },
})
