import { buildRouteMap } from '@stricli/core'
import { edit } from './edit.js'
import { reset } from './reset.js'
import { show } from './show.js'
import { start } from './start.js'

/** The embedded account: `dogma sandbox …`. */
export const sandbox = buildRouteMap({
  routes: { start, reset, show, edit },
  docs: { brief: 'The embedded account for trying things out: no credentials, nothing leaves this machine' },
})
