import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { filterKeysOf } from '../../facts/filters.js'
import { syntaxReports } from '../../facts/syntax.js'
import { defineRule } from '../../rule.js'

/** Who filters by `service:keycloak` knows the colon: `type=LOGIN_ERROR` beside it is a word of the log line. */
const knownHabits: ReadonlySet<string> = new Set(['search/equals-sign'])
const nothing: ReadonlySet<string> = new Set()

/** What a scope takes for a part of a tag is found by the checks beyond syntax. */
const inScopes = diagnosed('query/suspicious-syntax')

export const suspiciousSyntax = defineRule({
  id: 'query/suspicious-syntax',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The query can be read, but probably not as it was meant.',
  why: 'Habits of other languages (`or` in small letters, `!` for not, a comma between words) are plain text to a search. The query is accepted and matches something else.',
  howToFix: 'Write what the finding suggests.',
  source: 'https://docs.datadoghq.com/logs/explorer/search_syntax/',
  examples: {
    good: [
      { definition: logMonitor() },
      {
        title: 'Words of a log line beside a filter.',
        definition: logMonitor({
          query:
            'logs("service:keycloak type=LOGIN_ERROR").index("*").rollup("count").by("env").last("5m") > 100',
        }),
      },
    ],
    bad: [
      {
        definition: logMonitor({
          query:
            'logs("status:error or status:critical").index("*").rollup("count").by("env").last("5m") > 100',
        }),
        finds: '',
      },
      {
        definition: logMonitor({
          query: 'logs("status=error").index("*").rollup("count").by("env").last("5m") > 100',
        }),
        finds: 'does not compare a field',
      },
    ],
  },
  check(context) {
    const passed = filterKeysOf(context.definition).size === 0 ? nothing : knownHabits
    return [...syntaxReports(context, 'query', 'warning', passed), ...inScopes.check(context)]
  },
})
