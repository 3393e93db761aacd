import { nearest } from '../diagnostic/index.js'
import { addressOf, type Reference, type Resource, referencesOf } from '../model/index.js'
import type { ProjectProblem } from './failure.js'

/** What is wrong between resources: two with one key, references to nothing, references in a circle. */
export function checkResources(resources: readonly Resource[]): ProjectProblem[] {
  const byAddress = new Map<string, Resource>()
  const problems: ProjectProblem[] = []
  for (const resource of resources) {
    const address = addressOf(resource)
    const first = byAddress.get(address)
    if (first === undefined) byAddress.set(address, resource)
    else problems.push(duplicateKey(resource, first))
  }
  return [...problems, ...danglingReferences(resources, byAddress), ...circles(resources, byAddress)]
}

function duplicateKey(resource: Resource, first: Resource): ProjectProblem {
  const place = first.origin === undefined ? 'elsewhere' : `at ${first.origin.file}:${first.origin.line}`
  return {
    code: 'project/duplicate-key',
    severity: 'error',
    message: `The key \`${resource.key}\` is already used by another ${resource.kind} ${place}.`,
    hint: 'Give one of them another key; if it was renamed, list the old key in `aliases`.',
    ...(resource.origin && { origin: resource.origin }),
  }
}

function danglingReferences(
  resources: readonly Resource[],
  known: ReadonlyMap<string, Resource>,
): ProjectProblem[] {
  return resources.flatMap(resource =>
    referencesOf(resource)
      .filter(reference => !known.has(addressOf(reference)))
      .map(reference => danglingReference(resource, reference, known)),
  )
}

function danglingReference(
  resource: Resource,
  reference: Reference,
  known: ReadonlyMap<string, Resource>,
): ProjectProblem {
  const close = nearest(addressOf(reference), known.keys())
  return {
    code: 'project/dangling-reference',
    severity: 'error',
    message: `${addressOf(resource)} refers to ${addressOf(reference)}, which is not defined in this project.`,
    hint: close === undefined ? 'Define it in one of the definition folders.' : `Did you mean \`${close}\`?`,
    ...(resource.origin && { origin: resource.origin }),
  }
}

function circles(resources: readonly Resource[], known: ReadonlyMap<string, Resource>): ProjectProblem[] {
  const state = new Map<string, 'open' | 'done'>()
  const problems: ProjectProblem[] = []
  for (const resource of resources) follow(resource, [])
  return problems

  function follow(resource: Resource, path: readonly Resource[]): void {
    const address = addressOf(resource)
    if (state.get(address) === 'done') return
    if (state.get(address) === 'open') {
      problems.push(circle([...path.slice(path.findIndex(each => addressOf(each) === address)), resource]))
      return
    }
    state.set(address, 'open')
    for (const reference of referencesOf(resource)) {
      const target = known.get(addressOf(reference))
      if (target !== undefined) follow(target, [...path, resource])
    }
    state.set(address, 'done')
  }
}

function circle(path: readonly Resource[]): ProjectProblem {
  const [first] = path
  return {
    code: 'project/reference-circle',
    severity: 'error',
    message: `These refer to each other in a circle: ${path.map(addressOf).join(' → ')}.`,
    hint: 'Datadog needs the id of one before the other exists; take one of the references out.',
    ...(first?.origin && { origin: first.origin }),
  }
}
