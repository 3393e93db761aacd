import { type Diagnostic, didYouMean } from '../diagnostic/index.js'
import { type Reference, referencesOf } from './reference.js'
import { addressOf, type Origin, type Resource } from './resource.js'

/** A diagnostic about a resource or a live object. */
export interface ResourceDiagnostic extends Diagnostic {
  readonly address?: string
  readonly origin?: Origin
}

/** The references of each resource that has any, by address. */
export type ReferenceGraph = ReadonlyMap<string, readonly Reference[]>

/** The graph of all resources. Every definition is walked once. */
export function referenceGraph(resources: readonly Resource[]): ReferenceGraph {
  const graph = new Map<string, readonly Reference[]>()
  for (const resource of resources) {
    const references = mayRefer(resource) ? referencesOf(resource) : []
    if (references.length > 0) graph.set(addressOf(resource), references)
  }
  return graph
}

const referringTypes: ReadonlySet<string> = new Set(['composite', 'slo alert'])

/** Of monitors only two types name other objects, and there are many thousands of monitors. */
function mayRefer(resource: Resource): boolean {
  return resource.kind !== 'monitor' || referringTypes.has(resource.definition.type)
}

/** What is wrong between resources: two with one key, references to nothing, references in a circle. */
export function checkLinks(resources: readonly Resource[], graph: ReferenceGraph): ResourceDiagnostic[] {
  return [...checkReferences(resources, graph), ...checkCycles(graph, resources)]
}

/** References to nothing, each with the nearest key of the same kind; and keys that are used twice. */
function checkReferences(resources: readonly Resource[], graph: ReferenceGraph): ResourceDiagnostic[] {
  const byAddress = new Map<string, Resource>()
  const diagnostics: ResourceDiagnostic[] = []
  for (const resource of resources) {
    const address = addressOf(resource)
    const other = byAddress.get(address)
    if (other === undefined) byAddress.set(address, resource)
    else diagnostics.push(duplicate(resource, other))
  }
  for (const [address, references] of graph) {
    const missing = references.filter(reference => !byAddress.has(addressOf(reference)))
    for (const reference of missing) {
      // Finding the nearest key looks at every key; a list of guesses longer than a screen helps nobody.
      const candidates = diagnostics.length < 20 ? resources : []
      diagnostics.push(dangling(byAddress.get(address)!, reference, candidates))
    }
  }
  return diagnostics
}

function duplicate(resource: Resource, other: Resource): ResourceDiagnostic {
  const where = other.origin ? ` in ${other.origin.file}:${other.origin.line}` : ''
  return {
    ...about(resource),
    code: 'project/duplicate-key',
    severity: 'error',
    message: `The key \`${resource.key}\` is used already for another ${resource.kind}${where}.`,
    hint: 'Give one of the two another key.',
  }
}

function dangling(
  resource: Resource,
  reference: Reference,
  resources: readonly Resource[],
): ResourceDiagnostic {
  const keys = resources.filter(({ kind }) => kind === reference.kind).map(({ key }) => key)
  const hint =
    didYouMean(reference.key, keys) ?? `Define the ${reference.kind}, or write the id of an existing one.`
  return {
    ...about(resource),
    code: 'project/dangling-reference',
    severity: 'error',
    message: `\`${addressOf(resource)}\` names the ${reference.kind} \`${reference.key}\`, which is not defined.`,
    hint,
  }
}

/** One diagnostic for each circle of references. */
function checkCycles(graph: ReferenceGraph, resources: readonly Resource[]): ResourceDiagnostic[] {
  return findCycles(addressesIn(graph)).map(circle => ({
    ...about(resources.find(resource => addressOf(resource) === circle[0])!),
    code: 'project/reference-cycle',
    severity: 'error',
    message: `These resources name each other in a circle: ${[...circle, circle[0]].join(' → ')}.`,
    hint: 'None of them could be created first. Take one of the references out.',
  }))
}

function addressesIn(graph: ReferenceGraph): Map<string, readonly string[]> {
  return new Map([...graph].map(([address, references]) => [address, references.map(addressOf)]))
}

/** Circles as lists of addresses; walks with its own stack, because chains can be long. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[][] = []
  for (const start of graph.keys()) {
    if (state.has(start)) continue
    const path: { address: string; next: number }[] = [{ address: start, next: 0 }]
    state.set(start, 'open')
    while (path.length > 0) {
      const top = path.at(-1)!
      const target = graph.get(top.address)?.[top.next]
      top.next += 1
      if (target === undefined) {
        state.set(top.address, 'done')
        path.pop()
      } else if (state.get(target) === 'open') {
        const from = path.findIndex(({ address }) => address === target)
        circles.push(path.slice(from).map(({ address }) => address))
      } else if (!state.has(target) && graph.has(target)) {
        state.set(target, 'open')
        path.push({ address: target, next: 0 })
      }
    }
  }
  return circles
}

function about(resource: Resource): Pick<ResourceDiagnostic, 'address' | 'origin'> {
  return { address: addressOf(resource), ...(resource.origin && { origin: resource.origin }) }
}
