import { metricMonitor } from '../../example.js'
import { tagsOf } from '../../facts/tags.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const duplicateTag = defineRule({
  id: 'repo/duplicate-tag',
  severity: 'info',
  kinds: ['monitor', 'slo'],
  title: 'A tag stands twice in the list.',
  why: 'Datadog keeps one of them. The second may have been meant to say something else.',
  howToFix: 'Remove the copy.',
  examples: {
    good: [{ definition: metricMonitor({ tags: ['team:sre', 'team:api'] }) }],
    bad: [
      {
        definition: metricMonitor({ tags: ['team:sre', 'env:prod', 'team:sre'] }),
        finds: '`team:sre` stands twice',
      },
    ],
  },
  check({ resource }) {
    const tags = tagsOf(resource)
    return tags.flatMap((tag, index) => {
      if (tags.indexOf(tag) === index) return []
      const path = ['tags', index]
      const fixes = [{ title: 'Remove the copy.', edits: [remove(path)] }]
      return [{ path, message: `The tag \`${tag}\` stands twice.`, hint: 'Remove the copy.', fixes }]
    })
  },
})
