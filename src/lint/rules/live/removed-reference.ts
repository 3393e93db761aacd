import { addressOf } from '../../../model/index.js'
import { compositeMonitor, dashboard, monitorSlo } from '../../example.js'
import { membersOf } from '../../facts/members.js'
import { kept } from '../../facts/memo.js'
import type { LiveFacts } from '../../live-facts.js'
import { defineRule } from '../../rule.js'

const readAt = '2026-03-01T12:00:00Z'

export const removedReference = defineRule({
  id: 'live/removed-reference',
  severity: 'error',
  kinds: ['monitor', 'slo', 'dashboard'],
  needs: 'live',
  title: 'An object names another that the account does not hold.',
  why: 'A composite without its member cannot be evaluated, an SLO without its monitors has no history, and the widget stays empty. Deleting with force leaves such ids behind.',
  howToFix:
    'Put the right id in its place, or delete the object. When the other one exists, the application key may not be allowed to see it.',
  examples: {
    good: [
      {
        definition: compositeMonitor({ query: '12 && 34' }),
        live: {
          readAt,
          objects: {
            'monitor.example': {
              uses: [
                { kind: 'monitor', id: '12' },
                { kind: 'monitor', id: '34' },
              ],
            },
          },
          ids: { monitor: ['12', '34', '56'] },
        },
      },
      {
        title: 'SLOs could not be listed, so nobody knows.',
        definition: dashboard(),
        live: {
          readAt,
          objects: { 'dashboard.example': { uses: [{ kind: 'slo', id: 'ab12' }] } },
          ids: { monitor: [] },
        },
      },
    ],
    bad: [
      {
        definition: compositeMonitor({ query: '12 && 34' }),
        live: {
          readAt,
          objects: {
            'monitor.example': {
              uses: [
                { kind: 'monitor', id: '12' },
                { kind: 'monitor', id: '34' },
              ],
            },
          },
          ids: { monitor: ['12', '56'] },
        },
        finds: 'no monitor with the id `34`',
      },
      {
        definition: monitorSlo({ monitor_ids: [12] }),
        live: {
          readAt,
          objects: { 'slo.example': { uses: [{ kind: 'monitor', id: '12' }] } },
          ids: { monitor: [] },
        },
        finds: 'no monitor with the id `12`',
      },
      {
        definition: dashboard(),
        live: {
          readAt,
          objects: { 'dashboard.example': { uses: [{ kind: 'slo', id: 'ab12' }] } },
          ids: { slo: ['cd34'] },
        },
        finds: 'no SLO with the id `ab12`',
      },
    ],
  },
  check({ resource, live }) {
    const uses = live?.objects[addressOf(resource)]?.uses ?? []
    const known = live && idsOf(live.ids)
    return uses
      .filter(({ kind, id }) => known?.[kind]?.has(id) === false)
      .map(({ kind, id }) => {
        const member =
          resource.kind === 'monitor'
            ? membersOf(resource.definition).find(each => each.id === id)
            : undefined
        return {
          ...(member !== undefined && { path: ['query'], span: member.span }),
          message: `The account holds no ${names[kind]} with the id \`${id}\`, which this ${names[resource.kind]} names.`,
          hint: `Correct the id, or delete the ${names[resource.kind]}; check also that the application key may see it.`,
        }
      })
  },
})

const idsOf = kept(({ monitor, slo, dashboard }: LiveFacts['ids']) => ({
  monitor: monitor && new Set(monitor),
  slo: slo && new Set(slo),
  dashboard: dashboard && new Set(dashboard),
}))

const names = { monitor: 'monitor', slo: 'SLO', dashboard: 'dashboard' } as const
