import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { syntaxReports } from '../../facts/syntax.js'
import { defineRule } from '../../rule.js'

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
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query:
            'logs("status:error or status:critical").index("*").rollup("count").by("env").last("5m") > 100',
        }),
        finds: '',
      },
    ],
  },
  check(context) {
    return [...syntaxReports(context, 'query', 'warning'), ...inScopes.check(context)]
  },
})
