import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { collectResources } from '../../src/dsl/index.js'
import type { Resource } from '../../src/model/index.js'

const root = join(import.meta.dirname, '../..')

/** What a definition file of this repository defines, with `dogma` standing for the sources. */
export async function resourcesOf(file: string): Promise<readonly Resource[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dogma-definitions-'))
  try {
    const outfile = join(folder, 'bundle.mjs')
    const alias = { dogma: join(root, 'src/dsl/index.ts') }
    await build({
      entryPoints: [join(root, file)],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
      alias,
    })
    const { resources } = await collectResources(() => import(/* @vite-ignore */ pathToFileURL(outfile).href))
    return resources
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
