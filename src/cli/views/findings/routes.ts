import { displayWidth, visible } from '../../../diagnostic/index.js'
import type { Route } from '../../../lint/index.js'
import type { Colours } from '../../colours.js'

/** The routing matrix: under each monitor its states, and who is told of them. */
export function renderRoutes(routes: readonly Route[], colours: Colours): string {
  if (routes.length === 0) return 'There is no monitor.\n'
  const monitors = [...new Set(routes.map(route => route.monitor))]
  const width = Math.max(...routes.map(route => displayWidth(route.state)))
  const blocks = monitors.map(monitor => {
    const lines = routes
      .filter(route => route.monitor === monitor)
      .map(route => `  ${route.state.padEnd(width)}  ${whoIsTold(route, colours)}`)
    return [colours.strong(visible(monitor)), ...lines].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}

function whoIsTold({ handles, conditional }: Route, colours: Colours): string {
  const told = [...handles.map(visible), ...conditional.map(handle => `${visible(handle)} (in some groups)`)]
  return told.length === 0 ? colours.warning('nobody') : told.join(' ')
}

/** The same as data. */
export function routesJson(routes: readonly Route[]): string {
  return `${JSON.stringify({ version: 1, routes }, null, 2)}\n`
}
