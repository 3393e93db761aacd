import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type KeptDashboards, openDashboardCache } from '../account/index.js'
import type { ExpectedCounts } from '../plan/index.js'
import type { Project } from '../project/index.js'
import { writeWhole } from './write-whole.js'

/**
 * What is remembered of an account between runs: dashboards as they were read, and how many objects of the project it
 * listed. Safe to delete at any time; it holds no key.
 */
export interface AccountMemory {
  readonly dashboards: KeptDashboards
  readonly expected: ExpectedCounts | undefined
  /** Keeps the dashboards that were read, and the counts when there are new ones. A failure only costs time. */
  readonly save: (counts?: ExpectedCounts) => Promise<void>
}

/** Opens the memory of an account of a project; an account is its name and where it is. */
export async function openMemory(project: Project, name: string, where: string): Promise<AccountMemory> {
  const base = join(project.cacheFolder, 'accounts', `${name}-${where.replaceAll(/[^\w.-]+/g, '_')}`)
  const [dashboards, counts] = await Promise.all([
    readText(`${base}.dashboards.json`),
    readText(`${base}.counts.json`),
  ])
  const kept = openDashboardCache(dashboards)
  return {
    dashboards: kept,
    expected: parseCounts(counts),
    async save(fresh) {
      if (kept.isChanged()) await write(`${base}.dashboards.json`, kept.text())
      if (fresh !== undefined)
        await write(`${base}.counts.json`, JSON.stringify({ version: 1, counts: fresh }))
    },
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeWhole(path, text, 0o600)
  } catch {
    // The next run reads everything again.
  }
}

function parseCounts(text: string): ExpectedCounts | undefined {
  try {
    const { version, counts } = JSON.parse(text) as { version?: unknown; counts?: unknown }
    return version === 1 && typeof counts === 'object' && counts !== null
      ? (counts as ExpectedCounts)
      : undefined
  } catch {
    return undefined
  }
}
