import { dashboard } from '../../example.js'
import { defineRule } from '../../rule.js'

const most = 5

/** `ai:modified_with_ai` is set by the account itself and comes back in its answers and exports. */
const keys: ReadonlySet<string> = new Set(['team', 'ai'])

export const dashTags = defineRule({
  id: 'dash/tags',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'The dashboard has a tag that dashboards cannot have.',
  why: 'Dashboards take at most five tags, all with the key `team`. Datadog refuses any other.',
  howToFix: 'Keep `team:…` tags only; put the rest into the description.',
  source: 'https://docs.datadoghq.com/api/latest/dashboards/',
  examples: {
    good: [
      { definition: dashboard({ tags: ['team:sre'] }) },
      {
        title: 'The account itself sets one more.',
        definition: dashboard({ tags: ['team:sre', 'ai:modified_with_ai'] }),
      },
    ],
    bad: [
      { definition: dashboard({ tags: ['team:sre', 'env:prod'] }), finds: '`env:prod`' },
      {
        definition: dashboard({ tags: ['team:a', 'team:b', 'team:c', 'team:d', 'team:e', 'team:f'] }),
        finds: '6 tags',
      },
    ],
  },
  check({ definition }) {
    const tags = Array.isArray(definition.tags) ? definition.tags.filter(tag => typeof tag === 'string') : []
    if (tags.length > most) {
      return {
        path: ['tags'],
        message: `The dashboard has ${tags.length} tags; at most ${most} are allowed.`,
        hint: 'Keep the teams that use it.',
      }
    }
    return tags.flatMap((tag: string, index: number) => {
      if (keys.has(tag.slice(0, Math.max(0, tag.indexOf(':'))))) return []
      const message = `The tag \`${tag}\` is refused: dashboards take only \`team:…\`.`
      return [{ path: ['tags', index], message, hint: 'Remove it.' }]
    })
  },
})
