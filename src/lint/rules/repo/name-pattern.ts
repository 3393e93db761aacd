import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const namePattern = defineRule({
  id: 'repo/name-pattern',
  severity: 'warning',
  kinds: ['monitor', 'slo', 'dashboard'],
  title: 'The name does not follow the pattern of the organization.',
  why: 'Names of one form can be searched, sorted and read in a hurry. The pattern is yours and stands in the configuration.',
  howToFix: 'Rename the resource. The pattern is the option `pattern`, a regular expression.',
  options: { pattern: { description: 'A regular expression that every name must match.', default: '' } },
  examples: {
    good: [
      { definition: metricMonitor({ name: '[SRE] Load is high' }), options: { pattern: '^\\[[A-Z]+\\] ' } },
      { title: 'Every name is fine unless configured.', definition: metricMonitor() },
    ],
    bad: [
      {
        definition: metricMonitor({ name: 'Load is high' }),
        options: { pattern: '^\\[[A-Z]+\\] ' },
        finds: 'does not match',
      },
    ],
  },
  check({ resource, options }) {
    const field = resource.kind === 'dashboard' ? 'title' : 'name'
    const name = resource.definition[field]
    if (options.pattern === '' || typeof name !== 'string' || new RegExp(options.pattern, 'u').test(name))
      return
    return {
      path: [field],
      message: `The name \`${name}\` does not match \`${options.pattern}\`.`,
      hint: 'Rename it.',
    }
  },
})
