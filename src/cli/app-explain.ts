import { type Application, buildApplication, buildRouteMap } from '@stricli/core'
import { explainCommand } from './commands/explain.js'
import { configuration } from './configuration.js'
import type { Context } from './context.js'

/** Only `explain` of a given text: what the small, fast bundle holds. */
export function buildExplainApplication(): Application<Context> {
  const routes = buildRouteMap({
    routes: { explain: explainCommand() },
    docs: { brief: 'Explains Datadog queries' },
  })
  return buildApplication(routes, configuration)
}
