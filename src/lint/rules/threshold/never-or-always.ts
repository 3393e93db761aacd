import { queryOf } from '../../../model/index.js'
import { logMonitor } from '../../example.js'
import { conditionOf, literalOf } from '../../facts/condition.js'
import { stepNamed, textsOf } from '../../facts/steps.js'
import { defineRule } from '../../rule.js'

export const neverOrAlways = defineRule({
  id: 'threshold/never-or-always',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The condition on a count is always or never true.',
  why: 'A number of events is never below 0, so `>= 0` always alerts and `< 0` never does. One of the two signs was meant differently.',
  howToFix: 'Write `> 0` for “at least one”, and `< 1` for “none”.',
  examples: {
    good: [{ definition: count('> 0') }, { definition: count('< 1') }, { definition: count('<= 0') }],
    bad: [
      { definition: count('>= 0'), finds: 'always true' },
      { definition: count('< 0'), finds: 'never true' },
    ],
  },
  check({ definition }) {
    const query = queryOf(definition).node
    const condition = conditionOf(definition)
    const literal = literalOf(condition)
    if (query?.kind !== 'event-monitor' || condition === undefined || literal === undefined) return
    const method = textsOf(stepNamed(definition, 'rollup'))[0]
    if (method !== 'count' && method !== 'cardinality') return
    const always =
      (condition.comparator === '>=' && literal <= 0) || (condition.comparator === '>' && literal < 0)
    const never =
      (condition.comparator === '<' && literal <= 0) || (condition.comparator === '<=' && literal < 0)
    if (!always && !never) return
    const message = `A number of events is never below 0, so this condition is ${always ? 'always' : 'never'} true.`
    return { path: ['query'], span: condition.span, message, hint: always ? 'Write `> 0`.' : 'Write `< 1`.' }
  },
})

function count(condition: string) {
  const query = `logs("status:error service:api").index("*").rollup("count").by("env").last("5m") ${condition}`
  return logMonitor({ query, options: { thresholds: { critical: Number(condition.split(' ')[1]) } } })
}
