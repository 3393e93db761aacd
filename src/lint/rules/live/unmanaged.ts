import { addressOf } from '../../../model/index.js'
import { dashboard, metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

const readAt = '2026-03-01T12:00:00Z'

export const unmanaged = defineRule({
  id: 'live/unmanaged',
  severity: 'info',
  set: 'strict',
  kinds: ['monitor', 'slo', 'dashboard'],
  needs: 'live',
  title: 'An object belongs to no project.',
  why: 'It was made by hand or by another tool, so nobody reviews its changes here. Teams that want everything as code find with this rule what is left.',
  howToFix: 'Run `dogma import` for it, or delete it.',
  examples: {
    good: [
      {
        definition: metricMonitor(),
        live: { readAt, objects: { 'monitor.example': { isManaged: true } }, ids: {} },
      },
    ],
    bad: [
      {
        definition: metricMonitor(),
        live: { readAt, objects: { 'monitor.example': { isManaged: false } }, ids: {} },
        finds: 'no project',
      },
      {
        definition: dashboard(),
        live: { readAt, objects: { 'dashboard.example': { isManaged: false } }, ids: {} },
        finds: 'no project',
      },
    ],
  },
  check({ resource, live }) {
    if (live?.objects[addressOf(resource)]?.isManaged !== false) return
    return {
      message: `The ${resource.kind === 'slo' ? 'SLO' : resource.kind} carries the mark of no project.`,
      hint: 'Bring it into a project with `dogma import`, or delete it.',
    }
  },
})
