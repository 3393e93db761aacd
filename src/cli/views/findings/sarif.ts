import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif'
import type { Severity } from '../../../diagnostic/index.js'
import type { Rule } from '../../../lint/index.js'
import { type FindingsReport, fullMessage, type ShownFinding } from './report.js'

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
const schema = 'https://json.schemastore.org/sarif-2.1.0.json'

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note' }

/** The findings in the form that GitHub code scanning and other tools read. */
export function sarif(report: FindingsReport, version: string): string {
  const ids = [...new Set(report.findings.map(finding => finding.rule))].sort()
  const known = new Map(report.rules.map(rule => [rule.id as string, rule]))
  const log: Log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dogma',
            semanticVersion: version,
            rules: ids.map(id => descriptor(id, known.get(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: report.findings.map(finding => result(finding, ids)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function descriptor(id: string, rule: Rule | undefined): ReportingDescriptor {
  if (rule === undefined) return { id, shortDescription: { text: `A problem of the kind ${id}.` } }
  const { title, why, howToFix, severity, source } = rule
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} ${howToFix}`, markdown: `${why}\n\n**How to fix:** ${howToFix}` },
    ...(source !== undefined && { helpUri: source }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [id.split('/', 1)[0] ?? id] },
  }
}

/** The names of rules are one word in this format. */
function pascalCase(id: string): string {
  return id.replaceAll(/(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function result(finding: ShownFinding, ids: readonly string[]): Result {
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: fullMessage(finding) },
    locations: [location(finding)],
    // GitHub follows a finding from commit to commit by this name.
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
  }
}

function location({ origin, resource }: ShownFinding): Location {
  const logicalLocations = [{ fullyQualifiedName: resource, kind: 'resource' }]
  if (origin === undefined) return { logicalLocations }
  const artifactLocation = artifactAt(origin.file)
  const region = { startLine: origin.line, startColumn: origin.column }
  return { physicalLocation: { artifactLocation, region }, logicalLocations }
}

/** An absolute URI has no base (SARIF 2.1.0, 3.4.4): of a file outside the repository, or on another drive. */
function artifactAt(path: string): NonNullable<PhysicalLocation['artifactLocation']> {
  const text = path.replaceAll('\\', '/').replaceAll(/\p{Surrogate}/gu, '\uFFFD')
  const [drive = ''] = /^[a-z]:(?=\/)/i.exec(text) ?? []
  const uri = text.slice(drive.length).split('/').map(encodeURIComponent).join('/')
  if (drive !== '') return { uri: `file:///${drive}${uri}` }
  return text.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' }
}
