import { metricMonitor } from '../../example.js'
import { templatesOf } from '../../facts/message-parts.js'
import { defineRule } from '../../rule.js'

export const tooLong = defineRule({
  id: 'message/too-long',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The message is longer than its readers get to see.',
  why: 'Mail, chat and pagers cut long messages, usually in the middle of the instructions. Datadog publishes no limit of its own, so this one is a measure of patience.',
  howToFix: 'Keep what to do first in the message and link to the rest.',
  options: { maxLength: { description: 'Characters of a message.', default: 10_000 } },
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        title: 'With `maxLength: 40`.',
        definition: metricMonitor({ message: 'This message goes on and on about the load. @slack-sre' }),
        options: { maxLength: 40 },
        finds: '54 characters',
      },
    ],
  },
  check({ definition, options }) {
    return templatesOf(definition)
      .filter(({ text }) => text.length > options.maxLength)
      .map(({ path, text }) => ({
        path,
        message: `The ${path.at(-1)} has ${text.length} characters, more than ${options.maxLength}.`,
        hint: 'Keep what to do first and link to the rest.',
      }))
  },
})
