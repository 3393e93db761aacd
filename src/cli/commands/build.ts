import { buildCommand } from '@stricli/core'
import { compile } from '../../dsl/index.js'
import type { Resource } from '../../model/index.js'
import type { Context } from '../context.js'
import * as flag from '../flags.js'
import { writeDefinitions } from '../output-files.js'
import { reportProblems } from '../report.js'
import { openDefinitions } from '../session.js'

interface Flags {
  readonly out: string
  readonly format: 'text' | 'json'
  readonly noTypeCheck: boolean
}

export const buildDefinitions = buildCommand({
  docs: {
    brief: 'Write the definitions as Datadog JSON, one file per resource',
    fullDescription: `Runs the definition files and writes what they define as Datadog's own JSON.
The files are the same byte for byte as long as the definitions are.

Examples:
  dogma build
  dogma build --out generated
  dogma build --format json | jq '.resources[].key'`,
  },
  parameters: {
    flags: {
      out: {
        kind: 'parsed',
        parse: String,
        brief: 'Folder to write to',
        placeholder: 'DIR',
        default: 'generated',
      },
      format: flag.textOrJson,
      noTypeCheck: flag.noTypeCheck,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags): Promise<void> {
  const definitions = await openDefinitions(this, flags)
  if (!definitions.ok) return reportProblems(this, definitions.problems, flags.format)
  const { resources, fingerprint, project } = definitions.value
  const files = resources.map(resource => ({
    path: `${resource.kind}s/${resource.key}.json`,
    text: () => `${JSON.stringify(compile(resource), null, 2)}\n`,
  }))
  const output = { folder: this.folder, out: flags.out, cacheFolder: project.cacheFolder, fingerprint }
  const written = await writeDefinitions(output, files)
  if (!written.ok) return reportProblems(this, written.problems, flags.format)
  if (flags.format === 'json') this.process.stdout.write(asJson(definitions.value.resources))
  else this.process.stdout.write(`${countLine(definitions.value.resources)} → ${flags.out}/\n`)
}

function asJson(resources: readonly Resource[]): string {
  const list = resources.map(resource => ({
    kind: resource.kind,
    key: resource.key,
    origin: resource.origin,
    definition: compile(resource),
  }))
  return `${JSON.stringify({ version: 1, resources: list }, null, 2)}\n`
}

function countLine(resources: readonly Resource[]): string {
  const counted = (kind: Resource['kind'], name: string) => {
    const count = resources.filter(resource => resource.kind === kind).length
    return `${count} ${name}${count === 1 ? '' : 's'}`
  }
  return `Built ${counted('monitor', 'monitor')}, ${counted('slo', 'SLO')} and ${counted('dashboard', 'dashboard')}`
}
