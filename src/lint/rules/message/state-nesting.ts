import { metricMonitor } from '../../example.js'
import { blocksOf } from '../../facts/message-parts.js'
import { blockTransitions } from '../../facts/transitions.js'
import { defineRule } from '../../rule.js'

export const stateNesting = defineRule({
  id: 'message/state-nesting',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A block for one state lies inside a block for another.',
  why: 'A monitor is in one state at a time, so the inner text is never sent. Handles in it never hear anything.',
  howToFix: 'Put the two blocks one after the other.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message: '{{#is_alert}}High.{{/is_alert}}{{#is_recovery}}Fine.{{/is_recovery}} @slack-sre',
        }),
      },
      {
        title: 'A match inside a state is fine.',
        definition: metricMonitor({
          message: '{{#is_alert}}{{#is_match "host.name" "db"}}@slack-db{{/is_match}}{{/is_alert}}',
        }),
      },
      {
        title: 'Recovery from Alert is one of the recoveries.',
        definition: metricMonitor({
          message: '{{#is_recovery}}{{#is_alert_recovery}}@slack-sre{{/is_alert_recovery}}{{/is_recovery}}',
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          message: '{{#is_warning}}{{#is_alert}}High.{{/is_alert}}{{/is_warning}} @slack-sre',
        }),
        finds: '`is_alert` inside `is_warning`',
      },
      {
        definition: metricMonitor({
          message: '{{#is_alert}}High.{{^is_alert}}Not yet.{{/is_alert}}{{/is_alert}} @slack-sre',
        }),
        finds: 'Everything but `is_alert` inside `is_alert`',
      },
    ],
  },
  *check({ definition }) {
    for (const { part, transitions, blocks, template } of blocksOf(definition)) {
      if (transitions.length === 0) continue
      const own = blockTransitions(part.name)
      if (own === undefined || transitions.some(each => own.includes(each) !== part.inverted)) continue
      const outer = blocks.findLast(block => blockTransitions(block.name) !== undefined)
      yield {
        path: template.path,
        span: part.nameSpan,
        message: `${part.inverted ? 'Everything but' : 'The block'} \`${part.name}\` inside \`${outer?.name ?? ''}\` is never true: a monitor is in one state at a time.`,
        hint: `Close \`${outer?.name ?? ''}\` before \`{{${part.inverted ? '^' : '#'}${part.name}}}\`.`,
      }
    }
  },
})
