import { metricMonitor } from '../../example.js'
import { tagsOf } from '../../facts/tags.js'
import { defineRule } from '../../rule.js'

const longest = 200

export const tagSyntax = defineRule({
  id: 'repo/tag-syntax',
  severity: 'warning',
  kinds: ['monitor', 'slo'],
  title: 'A tag holds characters that Datadog changes.',
  why: 'Datadog turns everything but letters, digits and `_-:./` into underscores and cuts tags at 200 characters. The definition then never equals the live object, and nobody finds the tag as it was written.',
  howToFix: 'Write the tag as Datadog keeps it: `team:site-reliability`.',
  source: 'https://docs.datadoghq.com/getting_started/tagging/#define-tags',
  examples: {
    good: [
      { definition: metricMonitor({ tags: ['team:sre', 'path:/api/v1', '所有者:信頼性'] }) },
      {
        title: 'Monitors keep an address.',
        definition: metricMonitor({ tags: ['team:sre', 'owner:a@b.example'] }),
      },
    ],
    bad: [
      { definition: metricMonitor({ tags: ['team:site reliability'] }), finds: '` `' },
      { definition: metricMonitor({ tags: ['team:sre', ''] }), finds: 'is empty' },
    ],
  },
  check({ resource }) {
    return tagsOf(resource).flatMap((tag, index) => {
      const problem = problemOf(tag)
      if (problem === undefined) return []
      const hint =
        tag === '' ? 'Remove it.' : `Write \`${tag.trim().replace(changed, '_').slice(0, longest)}\`.`
      return [{ path: ['tags', index], message: `The tag \`${tag}\` ${problem}.`, hint }]
    })
  },
})

// `@`, `*`, `!` and `#` are kept in tags of monitors, although not in tags of metrics.
const changed = /[^\p{L}\p{M}\p{N}_:./*@!#+-]/gu

function problemOf(tag: string): string | undefined {
  if (tag.trim() === '') return 'is empty'
  const wrong = tag.match(changed)?.[0]
  if (wrong !== undefined) return `holds \`${wrong}\`, which Datadog turns into an underscore`
  return tag.length > longest ? `has ${tag.length} characters, of which Datadog keeps ${longest}` : undefined
}
