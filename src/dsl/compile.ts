import type { Resource } from '../model/index.js'

/**
 * Datadog's own JSON for a resource. Ids of other resources stand in it as `${monitor:key}` until they are known.
 * @example compile(monitor('load', { name: 'Load', alert: avg('system.load.1').last('5m').above(4) }))
 */
export function compile<R extends Resource>(resource: R): R['definition'] {
  return resource.definition
}
