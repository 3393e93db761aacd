import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
}
const entries = Object.keys(manifest.exports).filter(entry => !entry.endsWith('.json'))

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dogma-package-'))
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  })
  const tarball = (JSON.parse(packed) as readonly { filename: string }[])[0]!.filename
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }))
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, tarball)], {
    cwd: folder,
    stdio: 'pipe',
  })
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

const inFolder = (command: string, words: readonly string[]) =>
  spawnSync(command, words, { cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'C' } })

describe('the packed package in an empty folder', () => {
  it('explains a query', () => {
    const { stdout, status } = inFolder('npx', [
      'dogma',
      'explain',
      'avg(last_5m):avg:system.load.1{*} by {host} > 4',
    ])
    expect(status).toBe(0)
    expect(stdout).toContain('system.load.1')
  })

  it('plans and applies a definition on the sandbox account', () => {
    const project = join(folder, 'project')
    mkdirSync(join(project, 'monitors'), { recursive: true })
    writeFileSync(
      join(project, 'dogma.config.ts'),
      "import { defineConfig } from 'dogma'\nexport default defineConfig({ project: 'user' })\n",
    )
    writeFileSync(
      join(project, 'monitors', 'load.ts'),
      "import { avg, monitor } from 'dogma'\nexport const load = monitor('load', { name: 'Load', alert: avg('system.load.1').by('host').last('5m').above(4), message: '@ops' })\n",
    )
    const dogma = (...words: string[]) =>
      spawnSync('npx', ['dogma', ...words], { cwd: project, encoding: 'utf8' })
    expect(dogma('plan', '--detailed-exitcode').status).toBe(2)
    expect(dogma('apply', '--yes').status).toBe(0)
    expect(dogma('plan', '--detailed-exitcode').status).toBe(0)
  }, 60_000)

  it.each(entries)(
    'gives %s to import, with types',
    entry => {
      const name = `dogma${entry.slice(1)}`
      const names = inFolder('node', [
        '--input-type=module',
        '-e',
        `console.log(Object.keys(await import('${name}')).length)`,
      ])
      expect(names.stderr).toBe('')
      expect(Number(names.stdout)).toBeGreaterThan(0)
      const file = join(folder, `use-${entry.replace(/\W/g, '') || 'main'}.ts`)
      writeFileSync(file, `import * as all from '${name}'\nexport const used: object = all\n`)
      const compiler = [
        join(root, 'node_modules/typescript/bin/tsc'),
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--types',
        '',
        file,
      ]
      expect(inFolder('node', compiler).stdout).toBe('')
    },
    60_000,
  )
})

describe('dogma/query in a browser', () => {
  it('imports nothing and takes at most 60 kB compressed', async () => {
    const result = await build({
      entryPoints: [join(root, 'dist', 'query.js')],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      metafile: true,
    })
    const imports = Object.values(result.metafile.outputs).flatMap(output => output.imports)
    expect(imports).toEqual([])
    expect(gzipSync(result.outputFiles[0]!.contents).length).toBeLessThan(60_000)
  })
})
