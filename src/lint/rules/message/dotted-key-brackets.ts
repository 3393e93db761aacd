import { metricMonitor } from '../../example.js'
import { writtenGroupKeys } from '../../facts/groups.js'
import { variablesOf } from '../../facts/message-parts.js'
import { replaceText } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const dottedKeyBrackets = defineRule({
  id: 'message/dotted-key-brackets',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A tag key with a dot stands without brackets.',
  why: 'Datadog reads a dot as the way to a field, so `{{host.name}}` means the tag `host`, not `host.name`. Documentation asks for brackets around such keys.',
  howToFix: 'Write `{{[host.name].name}}`.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#tag-key-with-period',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host.name} > 4',
          message: '{{[host.name].name}} @slack-sre',
        }),
      },
      { definition: metricMonitor({ message: '{{host.name}} @slack-sre' }) },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host.name} > 4',
          message: '{{host.name}} @slack-sre',
        }),
        finds: '{{[host.name].name}}',
      },
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:api.hits{env:prod} by {http.status} > 4',
          message: '{{http.status.name}} @slack-sre',
        }),
        finds: '{{[http.status].name}}',
      },
    ],
  },
  *check({ definition }) {
    const keys = writtenGroupKeys(definition)
    const dotted = new Set([...keys].filter(key => key.includes('.') && !key.startsWith('@')))
    if (dotted.size === 0) return
    for (const { part, template } of variablesOf(definition)) {
      const key = unbracketedKey(part.path, dotted)
      if (key === undefined || keys.has(part.path[0] ?? '')) continue
      const meant = `{{[${key}].name}}`
      yield {
        path: template.path,
        span: part.span,
        message: `The key \`${key}\` has a dot, so the variable is written \`${meant}\`.`,
        hint: `Write \`${meant}\`.`,
        fixes: [{ title: 'Put the key in brackets.', edits: [replaceText(template.path, part.span, meant)] }],
      }
    }
  },
})

/** The dotted key that a path spells segment by segment, with or without `.name` behind it. */
function unbracketedKey(path: readonly string[], dotted: ReadonlySet<string>): string | undefined {
  if (path.some(segment => segment.includes('.'))) return undefined
  const whole = path.join('.')
  if (dotted.has(whole)) return whole
  const key = path.at(-1) === 'name' ? path.slice(0, -1).join('.') : ''
  return dotted.has(key) ? key : undefined
}
