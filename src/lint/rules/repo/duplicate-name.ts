import type { Monitor } from '../../../model/index.js'
import type { Project } from '../../context.js'
import { metricMonitor } from '../../example.js'
import { kept } from '../../facts/memo.js'
import { defineRule } from '../../rule.js'

function monitor(key: string, name: string, query: string): Monitor {
  return { kind: 'monitor', key, management: {}, definition: metricMonitor({ name, query }) }
}

const load = 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4'
const disk = 'avg(last_5m):avg:system.disk.in_use{env:prod} by {host} > 4'

export const duplicateName = defineRule({
  id: 'repo/duplicate-name',
  severity: 'info',
  kinds: ['monitor'],
  title: 'Two monitors have the same name.',
  why: 'A notification shows the name, not the key. Whoever reads it opens the wrong monitor half of the time.',
  howToFix: 'Say in the name what is different.',
  examples: {
    good: [{ resources: [monitor('load', 'Load is high', load), monitor('disk', 'Disk is full', disk)] }],
    bad: [
      {
        resources: [monitor('load', 'Load is high', load), monitor('disk', 'Load is high', disk)],
        finds: '`load` has the same name',
      },
    ],
  },
  check({ resource, project }) {
    const { name } = resource.definition
    if (typeof name !== 'string' || name.trim() === '') return
    const first = firstByName(project).get(name.trim())
    if (first === undefined || first === resource.key) return
    return {
      path: ['name'],
      message: `\`${first}\` has the same name.`,
      hint: 'Say in the name what is different.',
    }
  },
})

const firstByName = kept((project: Project): ReadonlyMap<string, string> => {
  const first = new Map<string, string>()
  for (const { kind, key, definition } of project.resources) {
    if (kind !== 'monitor' || typeof definition.name !== 'string') continue
    const name = definition.name.trim()
    if (!first.has(name)) first.set(name, key)
  }
  return first
})
