import type { Dashboard } from '../../model/index.js'
import { callOf } from '../code/index.js'
import { allRaw, type ResourceCode } from '../generated.js'
import { managementArgument, rawSpec } from '../management.js'
import type { Variables } from '../to-builder/variables.js'

export function dashboardCode(dashboard: Dashboard, _variables: Variables): ResourceCode {
  const { key, definition, management } = dashboard
  return { code: callOf('rawDashboard', key, rawSpec(definition), ...managementArgument(management)), raw: allRaw }
}
