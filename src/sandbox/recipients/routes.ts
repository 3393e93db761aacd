import { type Answer, ok } from '../answer.js'
import type { Route } from '../route.js'
import { DIRECTORIES } from './directory.js'
import { directoryRoutes } from './directory-routes.js'
import { NAMED_ROUTES } from './named-routes.js'
import { SLACK_ROUTES } from './slack-routes.js'

/** Those whom a notification can reach. */
export const RECIPIENT_ROUTES: readonly Route[] = [
  ...DIRECTORIES.flatMap(directoryRoutes),
  { method: 'GET', path: '/api/v2/integration/servicenow/instances', handle: listInstances },
  ...NAMED_ROUTES,
  ...SLACK_ROUTES,
]

/** Instances are connected by ServiceNow itself, so no request makes one. */
function listInstances(): Answer {
  return ok({ data: [] })
}
