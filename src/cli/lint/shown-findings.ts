import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Finding } from '../../lint/index.js'
import { addressOf, type Origin, type Resource } from '../../model/index.js'
import type { Context } from '../context.js'
import { fingerprintsOf } from '../views/findings/fingerprint.js'
import type { ShownFinding } from '../views/findings/report.js'
import type { Checked } from './checked.js'
import { pathInFile } from './json-operations.js'
import { nodesAlong, spanInString } from './json-positions.js'
import type { JsonSource } from './source.js'
import { restsOnUnknown } from './terraform-unknown.js'

/** Findings with the place of the very argument that each is about, and a fingerprint. */
export async function shownFindings(
  context: Context,
  checked: Checked,
  findings: readonly Finding[],
): Promise<ShownFinding[]> {
  const place = await placer(context, checked, findings)
  const kept = findings.filter(finding => {
    const source = checked.sources.get(finding.resource)
    return source?.kind !== 'terraform' || !restsOnUnknown(source, finding)
  })
  const prints = fingerprintsOf(kept)
  return kept.map((finding, index) => {
    const { origin: _, ...rest } = finding
    const { origin, name, title } = place(finding)
    return {
      ...rest,
      ...(name !== undefined && { resource: name }),
      ...(title !== undefined && { title }),
      ...(origin !== undefined && { origin }),
      place:
        name ?? (origin === undefined ? finding.resource : `${origin.file}:${origin.line}:${origin.column}`),
      fingerprint: prints[index]!,
    }
  })
}

/** The name of a resource in a report: its address, or the one it has in a Terraform plan. */
export function shownName({ sources }: Checked, address: string): string {
  const source = sources.get(address)
  if (source?.kind === 'live') return source.name
  return source?.kind === 'terraform' ? source.address : address
}

interface Place {
  readonly origin: Origin | undefined
  /** The name that people know the resource by, where it is not dogma's own. */
  readonly name?: string
  /** What the account calls it. */
  readonly title?: string
}

async function placer(
  context: Context,
  checked: Checked,
  findings: readonly Finding[],
): Promise<(finding: Finding) => Place> {
  const resources = new Map(checked.resources.map(resource => [addressOf(resource), resource]))
  const inSource = await placesInSource(context, checked, resources, findings)
  return finding => {
    const resource = resources.get(finding.resource)
    const source = checked.sources.get(finding.resource)
    if (resource === undefined) return { origin: finding.origin ?? configurationOf(checked, finding) }
    if (source?.kind === 'terraform') return { origin: finding.origin, name: source.address }
    if (source?.kind === 'live') return { origin: undefined, name: source.name, title: source.title }
    if (source?.kind === 'json') return { origin: jsonPlace(source, resource, finding) }
    return { origin: inSource.get(finding) ?? finding.origin }
  }
}

/** Findings about the configuration of lint belong to the file that holds it. */
function configurationOf({ project }: Checked, finding: Finding): Origin | undefined {
  const isAbout = finding.resource === 'project' && project !== undefined
  return isAbout ? { file: project.configFile, line: 1, column: 1 } : undefined
}

function jsonPlace(source: JsonSource, resource: Resource, finding: Finding): Origin | undefined {
  const { file } = source
  const root = file.positions()
  if (root === undefined || finding.path === undefined) return finding.origin
  const path = pathInFile(source, resource, finding.path)
  const nodes = nodesAlong(root, path)
  const node = nodes.at(-1)!
  const isText = nodes.length === path.length + 1 && file.text[node.start] === '"'
  const isInside = isText && finding.span !== undefined && meansText(file.text, node, finding.frameText)
  const offset = isInside ? spanInString(file.text, node, finding.span).start : node.start
  return { file: file.path, ...file.placeAt(offset) }
}

function meansText(text: string, { start, end }: { start: number; end: number }, wanted: string | undefined) {
  return wanted !== undefined && JSON.parse(text.slice(start, end)) === wanted
}

/**
 * Where findings stand in TypeScript. The compiler's parser is large, so it is loaded only when there is one; each file is
 * read once and forgotten again, because the trees of a repository are far larger than it is.
 */
async function placesInSource(
  context: Context,
  { sources }: Checked,
  resources: ReadonlyMap<string, Resource>,
  findings: readonly Finding[],
): Promise<ReadonlyMap<Finding, Origin>> {
  const inSource = findings.filter(
    ({ origin, path, resource }) =>
      origin !== undefined && path !== undefined && resources.has(resource) && !sources.has(resource),
  )
  const places = new Map<Finding, Origin>()
  if (inSource.length === 0) return places
  const { placeOf, readSource } = await import('../../source-edit/index.js')
  for (const [file, ofFile] of byFile(inSource)) {
    const text = await readFile(resolve(context.folder, file), 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const tree = readSource(file, text.replace(/^\uFEFF/, ''))
    for (const finding of ofFile) {
      const position = placeOf(tree, resources.get(finding.resource)!, finding)
      if (position !== undefined) places.set(finding, { file, ...position })
    }
  }
  return places
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>()
  for (const finding of findings) {
    const file = finding.origin!.file
    const known = files.get(file)
    if (known === undefined) files.set(file, [finding])
    else known.push(finding)
  }
  return files
}
