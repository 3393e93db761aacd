import { metricSlo } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const tagsUpper = defineRule({
  id: 'slo/tags-upper',
  severity: 'warning',
  kinds: ['slo'],
  title: 'A tag of the SLO has upper-case letters.',
  why: 'Datadog writes tags of SLOs in lower case. The definition then never equals the live object, and searches by the written tag find nothing.',
  howToFix: 'Write the tag in lower case.',
  source: 'https://docs.datadoghq.com/getting_started/tagging/#define-tags',
  examples: {
    good: [{ definition: metricSlo({ tags: ['team:sre'] }) }],
    bad: [{ definition: metricSlo({ tags: ['team:SRE'] }), finds: '`team:SRE`' }],
  },
  check({ definition }) {
    return (definition.tags ?? []).flatMap((tag, index) => {
      if (tag === tag.toLowerCase()) return []
      const path = ['tags', index]
      return [
        {
          path,
          message: `The tag \`${tag}\` has upper-case letters, which Datadog does not keep.`,
          hint: `Write \`${tag.toLowerCase()}\`.`,
          fixes: [{ title: 'Write the tag in lower case.', edits: [set(path, tag.toLowerCase())] }],
        },
      ]
    })
  },
})
