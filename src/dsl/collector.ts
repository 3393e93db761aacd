import type { Resource } from '../model/index.js'

/** On the global object, because a project's files may load another copy of this package than the command did. */
const slot = Symbol.for('dogma.collector')

interface Collector {
  readonly add: (resource: Resource) => void
}

interface Slot {
  [slot]?: Collector | undefined
}

const globals = globalThis as Slot

/** Tells whoever is loading this file that a resource was defined. Without a loader it does nothing. */
export function announce<R extends Resource>(resource: R): R {
  globals[slot]?.add(resource)
  return resource
}

/**
 * Runs code that defines resources, and returns them in the order of their definition, exported or not, with what the
 * code returned. What the code throws is thrown on. One run at a time: a second one that starts before the first has
 * ended takes its resources. What is defined after the end goes to `late`, where one is given.
 * @example const { resources } = await collectResources(() => monitor('load', { name: 'Load', alert }))
 */
export async function collectResources<T>(
  run: () => T | Promise<T>,
  late?: (resource: Resource) => void,
): Promise<{ readonly resources: readonly Resource[]; readonly value: T }> {
  const resources: Resource[] = []
  const outer = globals[slot]
  globals[slot] = { add: resource => resources.push(resource) }
  try {
    const value = await run()
    return { resources, value }
  } finally {
    globals[slot] = outer ?? (late && { add: late })
  }
}
