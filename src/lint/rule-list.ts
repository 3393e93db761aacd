import { didYouMean } from '../diagnostic/index.js'
import type { Rule } from './rule.js'

/** Every rule on a line: what `dogma lint --explain all` prints. */
export function ruleList(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length))
  const lines = rules.map(({ id, severity, set, title }) => {
    const level = set === 'strict' ? `${severity}, strict` : severity
    return `${id.padEnd(width)}  ${level.padEnd(15)}  ${title}`
  })
  return `${lines.join('\n')}\n`
}

/** What to write instead of an id that no rule has: the rule of that name in another area, or the nearest id. */
export function otherRule(id: string, known: readonly string[]): string {
  const named = known.filter(each => each.endsWith(`/${id.split('/').at(-1)}`))
  return named.length === 1
    ? `Did you mean \`${named[0]}\`?`
    : (didYouMean(id, known) ?? '`dogma lint --explain all` lists all rules.')
}
