import { isJsonObject, type Json, type JsonPath } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import type { Report } from '../../finding.js'
import { pathText } from '../../json-path.js'
import { defineRule } from '../../rule.js'

export const reject = defineRule({
  id: 'repo/reject',
  severity: 'error',
  kinds: ['monitor', 'slo', 'dashboard'],
  title: 'A definition holds something that the organization forbids.',
  why: 'A metric that was replaced, a channel that was closed, a customer that must not be named: the list is yours. Lint finds them in every text of a definition.',
  howToFix: 'Replace the text. What is forbidden stands in the option `patterns`, as regular expressions.',
  options: {
    patterns: {
      description: 'Regular expressions that no text of a definition may match.',
      default: [] as readonly string[],
    },
  },
  examples: {
    good: [
      { definition: metricMonitor(), options: { patterns: ['@slack-old'] } },
      { title: 'Nothing is forbidden unless configured.', definition: metricMonitor() },
    ],
    bad: [
      {
        definition: metricMonitor({ message: 'High. @slack-old-ops' }),
        options: { patterns: ['@slack-old'] },
        finds: '`@slack-old`',
      },
    ],
  },
  check({ definition, options }) {
    const patterns = options.patterns.map(pattern => new RegExp(pattern, 'u'))
    const found: Report[] = []
    if (patterns.length > 0) search(definition, [], patterns, found)
    return found
  },
})

function search(value: Json | undefined, path: JsonPath, patterns: readonly RegExp[], found: Report[]): void {
  if (typeof value === 'string') found.push(...matches(value, path, patterns))
  for (const [step, item] of entriesOf(value)) search(item, [...path, step], patterns, found)
}

function entriesOf(value: Json | undefined): Iterable<[string | number, Json | undefined]> {
  if (Array.isArray(value)) return value.entries()
  return isJsonObject(value) ? Object.entries(value) : []
}

function matches(text: string, path: JsonPath, patterns: readonly RegExp[]): Report[] {
  return patterns.flatMap(pattern => {
    const match = pattern.exec(text)
    if (match === null) return []
    const span = { start: match.index, end: match.index + match[0].length }
    return [
      { path, span, message: `\`${match[0]}\` in ${pathText(path)} is forbidden (\`${pattern.source}\`).` },
    ]
  })
}
