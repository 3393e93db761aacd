import type { Account } from '../account.js'
import { isShown } from '../dated-fields.js'
import type { JsonObject } from '../json.js'
import { arrayOf } from '../json.js'
import type { Call } from '../route.js'

/**
 * A dashboard as the server answers it. `restricted_roles` that nobody sent come back as an empty list, except to
 * Terraform's provider: in the recordings the two differ by nothing but the client.
 */
export function shownDashboard(dashboard: JsonObject, call: Call, account: Account): JsonObject {
  const hasRoles =
    !isTerraform(call.client) && isShown('restricted_roles of a dashboard that nobody sent', account)
  const roles: JsonObject = hasRoles ? { restricted_roles: [] } : {}
  const { is_read_only: sent, ...stored } = dashboard
  const hasReadOnly =
    isShown('is_read_only of a dashboard', account) && arrayOf(dashboard.restricted_roles).length === 0
  const readOnly: JsonObject = hasReadOnly ? { is_read_only: sent === true } : {}
  return { ...roles, ...readOnly, ...stored }
}

function isTerraform(client: string): boolean {
  return client.startsWith('terraform-provider-datadog')
}
