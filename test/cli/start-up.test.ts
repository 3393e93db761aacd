import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'

const bin = join(root, 'dist', 'bin')
const heavy = ['datadog-api-client', 'ts-morph', 'tsx', 'zod', 'ajv', 'esbuild', 'typescript']

const probe = `
  const { Module } = require('node:module')
  const asked = []
  const load = Module._load
  Module._load = function (request, ...rest) { asked.push(request); return load.call(this, request, ...rest) }
  process.on('exit', () => process.stderr.write(JSON.stringify([...asked, ...Object.keys(require.cache)])))
`

/** Every module that Node was asked for in one run of the command. */
function loadedBy(words: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'dogma-probe-'))
  try {
    writeFileSync(join(folder, 'probe.cjs'), probe)
    const command = ['-r', join(folder, 'probe.cjs'), join(bin, 'dogma.cjs'), ...words]
    return JSON.parse(spawnSync(process.execPath, command, { encoding: 'utf8' }).stderr) as string[]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('explaining a query', () => {
  it('loads neither the API client nor any tool that only other commands need', () => {
    const loaded = loadedBy(['explain', 'avg(last_5m):avg:system.load.1{*} > 4'])
    expect(loaded.some(path => path.endsWith('dogma.cjs'))).toBe(true)
    expect(loaded.filter(path => heavy.some(name => path.includes(name)))).toEqual([])
  })

  it.each(['en', 'ja'])('runs a bundle for %s that holds none of them either', lang => {
    const code = readFileSync(join(bin, `explain-${lang}.cjs`), 'utf8')
    // Marks that only these packages' own code has.
    const marks = ['X-Datadog-Managed-By', 'ZodError', 'MissingRefError', 'ts-morph']
    expect(marks.filter(mark => code.includes(mark))).toEqual([])
  })

  it('would be noticed holding the client if it did', () => {
    expect(readFileSync(join(bin, 'main.cjs'), 'utf8')).toContain('X-Datadog-Managed-By')
  })
})

describe('the bundles of the command', () => {
  it.each(['main', 'explain-en', 'explain-ja'])(
    '%s holds nothing but ASCII, as the launcher reads it',
    name => {
      const bytes = readFileSync(join(bin, `${name}.cjs`))
      expect(bytes.findIndex(byte => byte > 0x7f)).toBe(-1)
    },
  )
})
