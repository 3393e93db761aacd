import { metricMonitor } from '../../example.js'
import { handlesOf } from '../../facts/handles.js'
import { defineRule } from '../../rule.js'

/** Services that were shut down by their makers. */
const dead: Readonly<Record<string, string>> = { hipchat: 'HipChat', flowdock: 'Flowdock' }

export const deadChannel = defineRule({
  id: 'message/dead-channel',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A handle leads to a service that does not exist any more.',
  why: 'HipChat ended in 2019 and Flowdock in 2022, so nobody reads what is sent there. The handle hides that the monitor may tell nobody.',
  howToFix: 'Replace the handle by the channel that people read today.',
  examples: {
    good: [{ definition: metricMonitor({ message: 'Load is high. @slack-sre' }) }],
    bad: [
      {
        definition: metricMonitor({ message: 'Load is high. @hipchat-sre' }),
        finds: 'HipChat was shut down',
      },
    ],
  },
  check({ definition }) {
    return handlesOf(definition)
      .filter(({ part }) => Object.hasOwn(dead, part.channel))
      .map(({ part, template }) => ({
        path: template.path,
        span: part.span,
        message: `\`${part.text}\` tells nobody: ${dead[part.channel]} was shut down.`,
        hint: 'Write the channel that people read today, for example `@slack-sre`.',
      }))
  },
})
