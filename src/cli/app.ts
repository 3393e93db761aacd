import { type Application, buildApplication, buildRouteMap } from '@stricli/core'
import { apply } from './commands/apply.js'
import { buildDefinitions } from './commands/build.js'
import { destroy } from './commands/destroy.js'
import { drift } from './commands/drift.js'
import { explainCommand } from './commands/explain.js'
import { importDefinitions } from './commands/import.js'
import { init } from './commands/init.js'
import { lintDefinitions } from './commands/lint.js'
import { plan } from './commands/plan.js'
import { rollback } from './commands/rollback.js'
import { sandbox } from './commands/sandbox/index.js'
import { configuration } from './configuration.js'
import type { Context } from './context.js'
import { readDefinition } from './read-definition.js'

/** Every command. */
export function buildMainApplication(): Application<Context> {
  const routes = buildRouteMap({
    routes: {
      build: buildDefinitions,
      plan,
      apply,
      drift,
      rollback,
      destroy,
      explain: explainCommand(readDefinition),
      lint: lintDefinitions,
      import: importDefinitions,
      init,
      sandbox,
    },
    docs: {
      brief: 'Datadog Monitoring As code: write monitors, SLOs and dashboards in TypeScript',
      fullDescription: `Write Datadog monitors, SLOs and dashboards in TypeScript, see what would change, apply it, and
understand every query you already have.

Start here:
  dogma explain 'avg(last_5m):avg:system.load.1{*} by {host} > 4'
  dogma plan && dogma apply
  dogma lint

Without an account in dogma.config.ts everything works on the embedded sandbox account.`,
    },
  })
  return buildApplication(routes, configuration)
}
