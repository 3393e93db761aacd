import type { Account } from '../../account/index.js'
import type { ActiveMetrics } from '../../lint/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'

const day = 86_400

/** Not every account tells its metrics, and not every key may ask; the other rules do not need them. */
export async function readMetrics(account: Account, now: Date): Promise<Loaded<ActiveMetrics>> {
  if (account.activeMetrics === undefined) return unknownMetrics('it cannot be asked')
  const seconds = now.getTime() / 1000
  const [month, last] = await Promise.all([
    account.activeMetrics(seconds - 30 * day),
    account.activeMetrics(seconds - day),
  ])
  if (!month.ok) return unknownMetrics(month.error.messages.join(' ') || month.error.code)
  if (!last.ok) return unknownMetrics(last.error.messages.join(' ') || last.error.code)
  if (month.value.length === 0) return unknownMetrics('it names no active metric at all')
  return { ok: true, value: { lastMonth: month.value, lastDay: last.value }, problems: [] }
}

function unknownMetrics(reason: string): Loaded<never> {
  const problem: ProjectProblem = {
    code: 'account/metrics-unknown',
    severity: 'info',
    message: `The account does not tell its active metrics: ${reason.replace(/\.$/, '')}.`,
    hint: 'So live/metric-missing and live/metric-stale looked at nothing. The application key needs the scope `metrics_read`.',
  }
  return { ok: false, problems: [problem] }
}
