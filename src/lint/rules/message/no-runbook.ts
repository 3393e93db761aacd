import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const noRunbook = defineRule({
  id: 'message/no-runbook',
  severity: 'warning',
  set: 'strict',
  kinds: ['monitor'],
  title: 'The message links to no instructions.',
  why: 'Whoever is woken up may see this monitor for the first time. A link to the runbook saves them the search at the worst moment.',
  howToFix:
    'Put a link into the message, or add a runbook under `assets`. The option `link` says which texts count as a link.',
  options: {
    link: { description: 'A regular expression that the message must match.', default: 'https?://' },
  },
  examples: {
    good: [
      { definition: metricMonitor({ message: 'See https://example.com/runbooks/load @slack-sre' }) },
      {
        title: 'A runbook among the assets counts.',
        definition: metricMonitor({ assets: [{ name: 'Load', url: '/notebook/1', category: 'runbook' }] }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ message: 'Load is high. @slack-sre' }),
        finds: 'links to no instructions',
      },
    ],
  },
  check({ definition, options }) {
    const assets = definition.assets
    const hasAsset = Array.isArray(assets) && assets.length > 0
    if (hasAsset || new RegExp(options.link, 'u').test(definition.message ?? '')) return
    return {
      path: ['message'],
      message: 'The message links to no instructions.',
      hint: 'Add the address of the runbook.',
    }
  },
})
