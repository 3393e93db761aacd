import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import type { Account } from './account.js'
import { type Outcome, succeeded } from './outcome.js'
import { type Pages, readList } from './read-list.js'

/** A rule of the account that adds recipients to notifications by their tags. */
export interface NotificationRule {
  /** Tags that a notification must have all, or a search over them. */
  readonly filter: { readonly tags: readonly string[] } | { readonly scope: string }
  /** Told whenever no condition says otherwise; without the `@` of messages. */
  readonly recipients: readonly string[]
  readonly conditions: readonly { readonly scope: string; readonly recipients: readonly string[] }[]
}

/** An account has at most 1,000 rules: https://docs.datadoghq.com/monitors/notify/notification_rules/ */
const pages: Pages = { size: 100, query: page => `per_page=100${page === 0 ? '' : `&page=${page}`}` }

/**
 * The rules by which an account chooses recipients.
 * https://docs.datadoghq.com/api/latest/monitors/#get-all-monitor-notification-rules
 */
export async function readNotificationRules(account: Account): Promise<Outcome<readonly NotificationRule[]>> {
  const items = await readList(account, { path: '/api/v2/monitor/notification_rule', pages })
  return items.ok ? succeeded(items.value.flatMap(item => ruleIn(item) ?? [])) : items
}

function ruleIn({ attributes }: JsonObject): NotificationRule | undefined {
  if (!isJsonObject(attributes)) return undefined
  const { recipients, conditional_recipients: given } = attributes
  const conditional = isJsonObject(given) ? given : {}
  const conditions = Array.isArray(conditional.conditions) ? conditional.conditions : []
  return {
    filter: filterIn(attributes.filter),
    recipients: [...textsIn(recipients), ...textsIn(conditional.fallback_recipients)],
    conditions: conditions
      .filter(isJsonObject)
      .flatMap(({ scope, recipients: told }) =>
        typeof scope === 'string' ? [{ scope, recipients: textsIn(told) }] : [],
      ),
  }
}

/** A rule without a filter is about every notification. */
function filterIn(filter: Json | undefined): NotificationRule['filter'] {
  if (!isJsonObject(filter)) return { tags: [] }
  return typeof filter.scope === 'string' ? { scope: filter.scope } : { tags: textsIn(filter.tags) }
}

function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(text => typeof text === 'string') : []
}
