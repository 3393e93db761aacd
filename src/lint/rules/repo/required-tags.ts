import { metricMonitor } from '../../example.js'
import { hasTag } from '../../facts/tags.js'
import { defineRule } from '../../rule.js'

export const requiredTags = defineRule({
  id: 'repo/required-tags',
  severity: 'error',
  kinds: ['monitor', 'slo'],
  title: 'A tag that the organization requires is missing.',
  why: 'Reports, notification rules and permissions rely on these tags. A resource without them falls through every net.',
  howToFix: 'Add the tag. Which ones are required stands in the option `tags` of `dogma.config.ts`.',
  options: {
    tags: {
      description: 'Tags (`env:prod`) or tag keys (`env`) that every monitor and SLO must have.',
      default: [] as readonly string[],
    },
  },
  examples: {
    good: [
      { definition: metricMonitor({ tags: ['team:sre', 'env:prod'] }), options: { tags: ['team', 'env'] } },
      { title: 'Nothing is required unless configured.', definition: metricMonitor({ tags: [] }) },
    ],
    bad: [
      {
        definition: metricMonitor({ tags: ['team:sre'] }),
        options: { tags: ['team', 'env'] },
        finds: '`env:…` is missing',
      },
    ],
  },
  check({ resource, options }) {
    return options.tags
      .filter(wanted => !hasTag(resource, wanted))
      .map(wanted => {
        const tag = wanted.includes(':') ? wanted : `${wanted}:…`
        return {
          path: ['tags'],
          message: `The required tag \`${tag}\` is missing.`,
          hint: `Add \`${tag}\` to \`tags\`.`,
        }
      })
  },
})
