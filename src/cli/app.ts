import { type Application, buildApplication, buildRouteMap, type Command } from '@stricli/core'
import { configuration } from './configuration.js'
import type { Context } from './context.js'

type Routes = Parameters<typeof buildRouteMap<string, Context>>[0]['routes']
type Route = Routes[string]

/** Every command, loaded only when it is meant: most of the program is of no use to any one of them. */
const commands: Readonly<Record<string, () => Promise<Route>>> = {
  build: async () => (await import('./commands/build.js')).buildDefinitions,
  plan: async () => (await import('./commands/plan.js')).plan,
  apply: async () => (await import('./commands/apply.js')).apply,
  drift: async () => (await import('./commands/drift.js')).drift,
  rollback: async () => (await import('./commands/rollback.js')).rollback,
  destroy: async () => (await import('./commands/destroy.js')).destroy,
  explain: loadExplain,
  lint: async () => (await import('./commands/lint.js')).lintDefinitions,
  import: async () => (await import('./commands/import.js')).importDefinitions,
  init: async () => (await import('./commands/init.js')).init,
  types: async () => (await import('./commands/types.js')).types,
  sandbox: async () => (await import('./commands/sandbox/index.js')).sandbox,
}

async function loadExplain(): Promise<Command<Context>> {
  const [{ explainCommand }, { readDefinition }, { servePlayground }] = await Promise.all([
    import('./commands/explain.js'),
    import('./read-definition.js'),
    import('./serve-playground.js'),
  ])
  return explainCommand({ readDefinition, servePlayground })
}

/** The application for a command line: the one command it names, or all of them for help and for guesses. */
export async function buildMainApplication(words: readonly string[]): Promise<Application<Context>> {
  const named = Object.keys(commands).filter(name => name === words[0])
  const names = named.length > 0 ? named : Object.keys(commands)
  const routes = await Promise.all(names.map(async name => [name, await commands[name]!()] as const))
  const map = buildRouteMap<string, Context>({ routes: Object.fromEntries(routes), docs })
  return buildApplication(map, configuration)
}

const docs = {
  brief: 'Datadog Monitoring As code: write monitors, SLOs and dashboards in TypeScript',
  fullDescription: `Write Datadog monitors, SLOs and dashboards in TypeScript, see what would change, apply it, and
understand every query you already have.

Start here:
  dogma explain 'avg(last_5m):avg:system.load.1{*} by {host} > 4'
  dogma plan && dogma apply
  dogma lint

Without an account in dogma.config.ts everything works on the embedded sandbox account.`,
}
