// Generates code from whole definitions and compiles it back: `npx tsx scripts/conformance/definitions.ts DIR [--verbose] [--keep]`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { type Generated, generate } from '../../src/codegen/index.js'
import { collectResources } from '../../src/dsl/index.js'
import {
  addressOf,
  type Json,
  type JsonObject,
  type Resource,
  type ResourceKind,
  resolveReferences,
} from '../../src/model/index.js'
import { decode, differences } from '../../src/wire/index.js'

/** What is known about one kind of definition. */
export interface KindReport {
  readonly kind: 'monitor' | 'slo' | 'dashboard' | 'widget'
  readonly rows: number
  /** Rows whose code compiles back to the same normal form. */
  readonly equal: number
  /** Rows that stand in Datadog's own form as a whole, and rows of which some fields do. */
  readonly raw: number
  readonly rawFields: number
  /** The largest share of `raw` that passes. */
  readonly limit: number
}

export interface Report {
  readonly kinds: readonly KindReport[]
  readonly files: number
  /** What the compiler says about the generated files. */
  readonly typeErrors: readonly string[]
  readonly failures: readonly string[]
  /** Rows that are no definition by the API's own rules. */
  readonly refused: readonly string[]
  readonly ok: boolean
}

interface Row {
  readonly place: string
  readonly resource: Resource
}

const root = join(import.meta.dirname, '../..')
const corpora = ['monitors.jsonl', 'slos.jsonl', 'dashboards.jsonl'] as const
const limits = { monitor: 0.02, slo: 0.02, dashboard: 0, widget: 0.03 } as const

/** Generates, type-checks and runs the code of every row of `monitors`, `slos` and `dashboards` in a directory. */
export async function checkDefinitions(
  directory: string,
  options: { readonly keep?: boolean } = {},
): Promise<Report> {
  const read = corpora
    .filter(file => existsSync(join(directory, file)))
    .map(file => readRows(file, readFileSync(join(directory, file), 'utf8')))
  const rows = read.flatMap(each => each.rows)
  const refused = read.flatMap(each => each.refused)
  const generated = generate(rows.map(({ resource }) => resource))
  const folder = mkdtempSync(join(tmpdir(), 'dogma-conformance-'))
  try {
    writeProject(folder, generated)
    const typeErrors = compilerErrors(folder)
    const failures = compare(rows, generated.resources, await compile(folder, generated))
    return reportOf(rows, generated, { typeErrors, failures, refused })
  } finally {
    if (options.keep) console.log(folder)
    else rmSync(folder, { recursive: true, force: true })
  }
}

function readRows(file: string, content: string): { rows: Row[]; refused: string[] } {
  const rows: Row[] = []
  const refused: string[] = []
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    const place = `${file}:${index + 1}`
    const { definition } = JSON.parse(line) as { definition: JsonObject }
    const decoded = decode(definition)
    if (!decoded.ok) refused.push(`${place}: ${decoded.diagnostics.map(each => each.message).join(' ')}`)
    else rows.push({ place, resource: withId(decoded.resource, definition.id) })
  }
  return { rows, refused }
}

/** With its id, so that other rows that name it get its variable. */
function withId(resource: Resource, id: Json | undefined): Resource {
  return typeof id === 'string' || typeof id === 'number'
    ? { ...resource, management: { adopt: id } }
    : resource
}

function writeProject(folder: string, { files }: Generated): void {
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      types: [],
      paths: { dogma: [join(root, 'src/index.ts')] },
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: ['monitors', 'slos', 'dashboards'],
  }
  const own = [
    { path: 'package.json', text: '{"type":"module"}' },
    { path: 'tsconfig.json', text: JSON.stringify(config) },
  ]
  for (const { path, text } of [...own, ...files]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

function compilerErrors(folder: string): string[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 28,
  })
  return stdout.split('\n').filter(line => /^(monitors|slos|dashboards)\//.test(line))
}

/** Runs the files, and gives every resource that they define by its address. */
async function compile(folder: string, { files }: Generated): Promise<ReadonlyMap<string, Resource>> {
  const outfile = join(folder, 'bundle.mjs')
  await build({
    stdin: {
      contents: files.map(({ path }) => `import './${path}'`).join('\n'),
      resolveDir: folder,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    alias: { dogma: join(root, 'src/index.ts') },
    outfile,
  })
  const { resources } = await collectResources(() => import(pathToFileURL(outfile).href))
  return new Map(resources.map(resource => [addressOf(resource), resource]))
}

function compare(
  rows: readonly Row[],
  generated: readonly Resource[],
  compiled: ReadonlyMap<string, Resource>,
): string[] {
  const ids = new Map(
    generated.map(resource => [addressOf(resource), String(resource.management.adopt ?? '')] as const),
  )
  return rows.flatMap(({ place, resource }, index) => {
    const address = addressOf(generated[index]!)
    const found = compiled.get(address)
    if (found === undefined) return [`${place}: ${address} was not defined`]
    const definition = resolveReferences(found.definition, reference => ids.get(addressOf(reference)))
    const changes = changesBetween(resource.kind, definition, resource.definition)
    return changes.length === 0 ? [] : [`${place}: ${address}: ${changes.join('; ')}`]
  })
}

function changesBetween(kind: ResourceKind, one: JsonObject, other: JsonObject): string[] {
  const back = differences(kind, other, one).filter(({ path }) => !isEcho(kind, path))
  return [...differences(kind, one, other), ...back].map(
    ({ path, before, after }) => `${path}: ${short(before)} → ${short(after)}`,
  )
}

/** Fields that the account works out from others, so that nobody has to write them. */
const echoes: Readonly<Record<ResourceKind, RegExp>> = {
  monitor: /^(restricted_roles|options\.thresholds\.(ok|unknown))$/,
  slo: /^(timeframe|target_threshold|warning_threshold|query|sli_specification)$/,
  dashboard: /\bid$/,
}

function isEcho(kind: ResourceKind, path: string): boolean {
  return echoes[kind].test(path)
}

function short(value: Json | undefined): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 160)
}

function reportOf(
  rows: readonly Row[],
  { raw, files }: Generated,
  { typeErrors, failures, refused }: Pick<Report, 'typeErrors' | 'failures' | 'refused'>,
): Report {
  const failed = (kind: ResourceKind) =>
    failures.filter(failure => failure.startsWith(`${kind}s.jsonl:`)).length
  const kinds = (['monitor', 'slo', 'dashboard', 'widget'] as const).map((kind): KindReport => {
    const all = kind === 'widget' ? raw.widget.total : rows.filter(row => row.resource.kind === kind).length
    const equal = kind === 'widget' ? all : all - failed(kind)
    return { kind, rows: all, equal, raw: raw[kind].whole, rawFields: raw[kind].fields, limit: limits[kind] }
  })
  const ok =
    failures.length === 0 &&
    typeErrors.length === 0 &&
    kinds.every(each => each.raw <= each.rows * each.limit)
  return { kinds, files: files.length, typeErrors, failures, refused, ok: rows.length > 0 && ok }
}

/** The report for people. */
export function tableOf({ kinds, files, typeErrors, refused }: Report): string {
  const head = ['kind', 'rows', 'equal', 'raw', 'share', 'limit', 'raw fields']
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const body = kinds.map(({ kind, rows, equal, raw, rawFields, limit }) => [
    kind,
    String(rows),
    kind === 'widget' ? '' : String(equal),
    String(raw),
    percent(rows === 0 ? 0 : raw / rows),
    percent(limit),
    String(rawFields),
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...body.map(row => row[column]!.length)))
  const lines = [head, ...body].map(row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  '),
  )
  return [
    ...lines,
    `${files} files, ${typeErrors.length} type errors, ${refused.length} rows that are no definition`,
  ].join('\n')
}

async function main(args: readonly string[]): Promise<number> {
  const directory = args.find(argument => !argument.startsWith('--'))
  if (directory === undefined) {
    console.error('Give the directory of the corpus files.')
    return 1
  }
  const report = await checkDefinitions(directory, { keep: args.includes('--keep') })
  console.log(tableOf(report))
  if (args.includes('--verbose'))
    for (const line of [...report.typeErrors, ...report.failures, ...report.refused]) console.log(line)
  return report.ok ? 0 : 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2))
}
