import { type Answer, ok } from './answer.js'
import { DASHBOARD_ROUTES } from './dashboard/routes.js'
import { DOWNTIME_V1_ROUTES } from './downtime/v1-routes.js'
import { DOWNTIME_ROUTES } from './downtime/v2-routes.js'
import { METRIC_ROUTES } from './metrics/routes.js'
import { MONITOR_ROUTES } from './monitor/routes.js'
import { NOTIFICATION_RULE_ROUTES } from './monitor-side/notification-rules.js'
import { POLICY_ROUTES } from './monitor-side/policies.js'
import { TEMPLATE_ROUTES } from './monitor-side/templates.js'
import { RECIPIENT_ROUTES } from './recipients/routes.js'
import { RESTRICTION_POLICY_ROUTES } from './restriction-policy.js'
import type { Route } from './route.js'
import { SLO_ROUTES } from './slo/routes.js'
import { SYNTHETICS_ROUTES } from './synthetics/routes.js'

/** `GET /api/v1/validate` says whether the API key is good; who gets this far has one. */
function validateKey(): Answer {
  return ok({ valid: true })
}

/** Every endpoint of the account. Fixed paths of one family stand before its `:id` paths. */
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/validate', handle: validateKey },
  ...MONITOR_ROUTES,
  ...NOTIFICATION_RULE_ROUTES,
  ...POLICY_ROUTES,
  ...TEMPLATE_ROUTES,
  ...SLO_ROUTES,
  ...METRIC_ROUTES,
  ...DASHBOARD_ROUTES,
  ...DOWNTIME_V1_ROUTES,
  ...DOWNTIME_ROUTES,
  ...RESTRICTION_POLICY_ROUTES,
  ...RECIPIENT_ROUTES,
  ...SYNTHETICS_ROUTES,
]
