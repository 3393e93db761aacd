import { type Answer, ok } from '../answer.js'
import type { Route } from '../route.js'

/**
 * Synthetic tests cannot be made here, but clients that manage several kinds list them all before they plan:
 * https://docs.datadoghq.com/api/latest/synthetics/#get-the-list-of-all-synthetic-tests
 */
export const SYNTHETICS_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/synthetics/tests', handle: listTests },
]

function listTests(): Answer {
  return ok({ tests: [] })
}
