import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { FindingsReport, ShownFinding } from '../views/findings/report.js'
import type { Format } from './flags.js'

/** Their readers look for a file from the root of the repository, wherever the command ran. */
const readByServices: ReadonlySet<Format> = new Set(['sarif', 'gitlab', 'github', 'junit'])

/** The report with the paths that its readers understand; outside a repository, and for people, as it is. */
export async function withRepositoryPaths(
  report: FindingsReport,
  folder: string,
  format: Format,
): Promise<FindingsReport> {
  const root = readByServices.has(format) ? await repositoryOf(folder) : undefined
  if (root === undefined) return report
  return { ...report, findings: report.findings.map(finding => fromRoot(finding, folder, root)) }
}

function fromRoot(finding: ShownFinding, folder: string, root: string): ShownFinding {
  const { origin } = finding
  if (origin === undefined) return finding
  const path = relative(root, resolve(folder, origin.file)).replaceAll('\\', '/')
  return path.startsWith('../') ? finding : { ...finding, origin: { ...origin, file: path } }
}

/** A folder in a work tree, and a file in a linked one, says that a repository begins here. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(join(at, '.git')).catch(() => undefined)
    if (found !== undefined) return at
    if (dirname(at) === at) return undefined
  }
}
