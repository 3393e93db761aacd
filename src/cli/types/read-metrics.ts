import type { Account } from '../../account/index.js'
import { type Inventory, type InventoryMetric, tagKeys } from '../../inventory/index.js'
import { isJsonObject, type Json } from '../../model/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import { accountProblem } from '../account-problem.js'
import type { Context } from '../context.js'
import { startProgress } from '../progress.js'

/** Metrics that reported within a day are those that people write monitors for. */
const secondsBack = 24 * 60 * 60

/** How many metrics are asked about at a time; the account limits how many requests it answers. */
const atOnce = 8

/** The metrics of an account whose names match, with their types and the keys of their tags. */
export async function readMetrics(
  context: Context,
  account: Account,
  matches: (name: string) => boolean,
): Promise<Loaded<Inventory>> {
  const from = Math.floor(context.now().getTime() / 1000) - secondsBack
  const listed = await account.read(`/api/v1/metrics?from=${from}`)
  if (!listed.ok) return { ok: false, problems: [accountProblem(listed.error, account.name)] }
  const names = textsOf(isJsonObject(listed.value) ? listed.value.metrics : undefined).filter(matches)
  const progress = await startProgress(context, `Reading metrics of ${account.name}`)
  const metrics: InventoryMetric[] = []
  const problems: ProjectProblem[] = []
  for (let at = 0; at < names.length; at += atOnce) {
    const batch = await Promise.all(names.slice(at, at + atOnce).map(name => readMetric(account, name)))
    for (const each of batch) {
      metrics.push(each.metric)
      problems.push(...each.problems)
    }
    progress.update(metrics.length, names.length)
  }
  progress.stop()
  return { ok: true, value: { metrics }, problems }
}

/** What cannot be read about one metric leaves it unchecked, and is told. */
async function readMetric(
  account: Account,
  name: string,
): Promise<{ readonly metric: InventoryMetric; readonly problems: readonly ProjectProblem[] }> {
  const path = encodeURIComponent(name)
  const [metadata, tags] = await Promise.all([
    account.read(`/api/v1/metrics/${path}`),
    account.read(`/api/v2/metrics/${path}/all-tags`),
  ])
  const problems = [metadata, tags].flatMap(outcome =>
    outcome.ok || outcome.error.code === 'not-found' ? [] : [accountProblem(outcome.error, account.name)],
  )
  const facts = metadata.ok && isJsonObject(metadata.value) ? metadata.value : {}
  const { type, unit, per_unit: per } = facts
  const unitText = typeof unit === 'string' ? `${unit}${typeof per === 'string' ? `/${per}` : ''}` : undefined
  return {
    metric: {
      name,
      ...(typeof type === 'string' ? { type } : {}),
      ...(unitText === undefined ? {} : { unit: unitText }),
      ...(tags.ok ? { tags: tagKeys(tagsIn(tags.value)) } : {}),
    },
    problems,
  }
}

function tagsIn(answer: Json): readonly string[] {
  const data = isJsonObject(answer) ? answer.data : undefined
  const attributes = isJsonObject(data) ? data.attributes : undefined
  return textsOf(isJsonObject(attributes) ? attributes.tags : undefined)
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}
