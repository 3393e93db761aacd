import { addressOf, type Resource } from '../model/index.js'
import { type Code, namesOf, partsOf } from './code/index.js'
import { dashboardCode } from './dashboard/dashboard.js'
import { nothingRaw, type RawUse, type ResourceCode } from './generated.js'
import { monitorCode } from './monitor/monitor.js'
import { fileText } from './project/definition-file.js'
import { variableNames, withUniqueKeys } from './project/names.js'
import { placesOf } from './project/places.js'
import { directoryOf } from './project/references.js'
import { sloCode } from './slo/slo.js'
import type { Variables } from './to-builder/variables.js'
import { variablesFor } from './variables-for.js'

/** How the files are written. */
export interface GenerateOptions {
  /** Addresses (`monitor.load`) that other definitions of the project have already. */
  readonly taken?: ReadonlySet<string>
}

/** A file of definitions; the path is relative to the project and safe on every system. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** What `generate` gives. */
export interface Generated {
  readonly files: readonly GeneratedFile[]
  /** The same resources under the keys that the files define them with. */
  readonly resources: readonly Resource[]
  /** What stands in Datadog's own form, of how many. */
  readonly raw: Readonly<
    Record<'monitor' | 'slo' | 'dashboard' | 'widget', RawUse & { readonly total: number }>
  >
}

/**
 * Writes the TypeScript that defines resources with the builders. Compiling it gives each definition back in its normal
 * form; what the builders cannot say stands in Datadog's own form, and is counted. Resources with `adopt` are found by
 * that id where others name them. Text of the definitions only ever stands inside literals.
 * @example generate({ kind: 'monitor', key: 'load', management: {}, definition }).files[0].text
 */
export function generate(input: Resource | readonly Resource[], options: GenerateOptions = {}): Generated {
  const given: readonly Resource[] = isList(input) ? input : [input]
  const resources = withUniqueKeys(given, options.taken)
  const coded = codedResources(resources)
  const files = new Map<string, Coded[]>()
  for (const each of coded.resources) files.set(each.place, [...(files.get(each.place) ?? []), each])
  return {
    files: [...files]
      .map(([path, statements]) => ({
        path,
        text: fileText(path, inOrder(statements), address => coded.places.get(address)),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    resources,
    raw: rawCounts(coded.resources),
  }
}

function isList(input: Resource | readonly Resource[]): input is readonly Resource[] {
  return Array.isArray(input)
}

interface Coded extends ResourceCode {
  readonly address: string
  readonly kind: Resource['kind']
  readonly name: string
  readonly place: string
}

interface CodedResources {
  readonly resources: readonly Coded[]
  readonly places: ReadonlyMap<string, string>
}

/** Variables must not hide what the files import, which is known only when the code is there: then once more. */
function codedResources(resources: readonly Resource[]): CodedResources {
  let taken: ReadonlySet<string> = new Set()
  for (;;) {
    const names = variableNames(resources, taken)
    const codes = codesOf(resources, names)
    const imported = new Set(codes.flatMap(({ code }) => [...namesOf(code)]))
    const hidden = [...names.values()].filter(name => imported.has(name))
    if (hidden.length === 0) return placed(resources, codes, names)
    taken = new Set([...taken, ...imported])
  }
}

function codesOf(
  resources: readonly Resource[],
  names: ReadonlyMap<string, string>,
): readonly ResourceCode[] {
  const directory = directoryOf(resources)
  return resources.map(resource => codeOf(resource, variablesFor(resource, directory, names)))
}

function codeOf(resource: Resource, variables: Variables): ResourceCode {
  switch (resource.kind) {
    case 'monitor':
      return monitorCode(resource, variables)
    case 'slo':
      return sloCode(resource, variables)
    case 'dashboard':
      return dashboardCode(resource, variables)
  }
}

function placed(
  resources: readonly Resource[],
  codes: readonly ResourceCode[],
  names: ReadonlyMap<string, string>,
): CodedResources {
  const referred = new Map(
    resources.map((resource, index) => [addressOf(resource), addressesIn(codes[index]!.code)]),
  )
  const places = placesOf(resources, resource => referred.get(addressOf(resource)) ?? [])
  const coded = resources.map((resource, index) => {
    const address = addressOf(resource)
    return {
      ...codes[index]!,
      address,
      kind: resource.kind,
      name: names.get(address)!,
      place: places.get(address)!,
    }
  })
  return { resources: coded, places }
}

function addressesIn(code: Code): readonly string[] {
  return [...partsOf(code)].flatMap(part => (part.kind === 'variable' ? [part.address] : []))
}

/** What others name stands before them. */
function inOrder(statements: readonly Coded[]): readonly Coded[] {
  const weight = ({ code, kind }: Coded) =>
    kind === 'slo' ? 1 : addressesIn(code).length === 0 ? 0 : addressesIn(code).some(isSlo) ? 3 : 2
  return [...statements].sort((a, b) => weight(a) - weight(b))
}

function isSlo(address: string): boolean {
  return address.startsWith('slo.')
}

function rawCounts(coded: readonly Coded[]): Generated['raw'] {
  const counts = (kind: Resource['kind']) => {
    const own = coded.filter(each => each.kind === kind)
    return { ...sum(own.map(({ raw }) => raw)), total: own.length }
  }
  const widgets = coded.flatMap(each => (each.widgets === undefined ? [] : [each.widgets]))
  return {
    monitor: counts('monitor'),
    slo: counts('slo'),
    dashboard: counts('dashboard'),
    widget: { ...sum(widgets), total: widgets.reduce((all, { total }) => all + total, 0) },
  }
}

function sum(uses: readonly RawUse[]): RawUse {
  return uses.reduce(
    (all, { whole, fields }) => ({ whole: all.whole + whole, fields: all.fields + fields }),
    nothingRaw,
  )
}
