import { addressOf, type Resource, type ResourceKind } from '../../model/index.js'

/** Words that cannot name a variable in a module, and names that would hide something every reader expects. */
const reserved: ReadonlySet<string> = new Set(
  `abstract arguments async await break case catch class const constructor continue debugger default delete do else
  enum eval export extends false finally for from function get globalThis if implements import in instanceof
  interface let module NaN new null of package private process prototype protected public return require set static
  super switch this throw true try type typeof undefined var void while with yield Infinity`.split(/\s+/),
)

const kindWords: Readonly<Record<ResourceKind, string>> = {
  monitor: 'Monitor',
  slo: 'Slo',
  dashboard: 'Dashboard',
}

/**
 * A variable for each resource, by address; no two alike in the whole project, so that a file can import from any
 * other. `taken` are names that the files import from the package.
 */
export function variableNames(
  resources: readonly Resource[],
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const used = new Set<string>()
  const isFree = (name: string) => !used.has(name) && !reserved.has(name) && !taken.has(name)
  const next = new Map<string, number>()
  return new Map(
    resources.map(resource => {
      const base = camelCase(resource.key)
      const name = [base, `${base}${kindWords[resource.kind]}`].find(isFree) ?? numbered(base, isFree, next)
      used.add(name)
      return [addressOf(resource), name]
    }),
  )
}

/** The base with the next free number; thousands of equal titles must not be counted through again and again. */
function numbered(base: string, isFree: (name: string) => boolean, next: Map<string, number>): string {
  let number = next.get(base) ?? 2
  while (!isFree(`${base}${number}`)) number += 1
  next.set(base, number + 1)
  return `${base}${number}`
}

/** `api-5xx.rate` → `api5xxRate`; keys hold only letters, digits and three signs. */
function camelCase(key: string): string {
  const name = key.replace(/[^a-z0-9]+([a-z0-9]?)/g, (_, letter: string) => letter.toUpperCase())
  return /^[a-z]/.test(name) ? name : `_${name}`
}

/** The resources with keys that are unique for each kind: the second `load` becomes `load-2`. */
export function withUniqueKeys<R extends Resource>(
  resources: readonly R[],
  taken: ReadonlySet<string> = new Set(),
): readonly R[] {
  const used = new Set(taken)
  // A number never gives a key that another title gives by itself.
  const own = new Set(resources.map(addressOf))
  const next = new Map<string, number>()
  return resources.map(resource => {
    const { kind, key } = resource
    const isFree = (name: string) => {
      const address = addressOf({ kind, key: name })
      return !used.has(address) && !own.has(address)
    }
    const base = `${key.slice(0, 110)}-`
    const free = used.has(addressOf(resource)) ? numbered(base, isFree, next) : key
    used.add(addressOf({ kind, key: free }))
    return free === key ? resource : { ...resource, key: free }
  })
}
