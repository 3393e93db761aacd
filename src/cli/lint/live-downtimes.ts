import { type Account, type EndlessDowntime, readEndlessDowntimes } from '../../account/index.js'
import type { LiveObjectFacts } from '../../lint/index.js'
import type { JsonObject } from '../../model/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'

/** The downtimes of an account that have no end; a refusal is told once, and other mutes are still seen. */
export async function readDowntimes(account: Account): Promise<Loaded<readonly EndlessDowntime[]>> {
  const downtimes = await readEndlessDowntimes(account)
  if (downtimes.ok) return { ...downtimes, problems: [] }
  const { messages, code } = downtimes.error
  const problem: ProjectProblem = {
    code: 'account/downtimes-unknown',
    severity: 'info',
    message: `The account does not tell its downtimes: ${(messages.join(' ') || code).replace(/\.$/, '')}.`,
    hint: 'So live/muted-forever only saw what the monitors say themselves. The application key needs the scope `monitors_downtime`.',
  }
  return { ok: false, problems: [problem] }
}

/**
 * The downtimes that cover a monitor: by its id, or by tags that it has all of. Of those for all monitors only the ones that
 * mute everything say something about this one.
 * https://docs.datadoghq.com/api/latest/downtimes/#schedule-a-downtime
 */
export function covering(
  downtimes: readonly EndlessDowntime[],
  payload: JsonObject,
): NonNullable<LiveObjectFacts['endlessDowntimes']> {
  const tags: readonly unknown[] = Array.isArray(payload.tags) ? payload.tags : []
  return downtimes
    .filter(downtime => covers(downtime, String(payload.id), tags))
    .map(({ id, scope }) => ({ id, scope }))
}

function covers({ monitor, scope }: EndlessDowntime, id: string, tags: readonly unknown[]): boolean {
  if ('id' in monitor) return monitor.id === id
  const named = monitor.tags.filter(tag => tag !== '*')
  return named.length === 0 ? scope === '*' : named.every(tag => tags.includes(tag))
}
