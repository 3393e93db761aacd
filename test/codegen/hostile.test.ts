import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import { generate } from '../../src/codegen/index.js'
import type { JsonObject } from '../../src/model/index.js'
import { dashboards, monitors, slos } from './definitions.js'
import { changesOf, resourceOf } from './generated.js'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'dogma-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Each would set `globalThis.broken`, end the process or change an object's prototype if it became code. */
const texts: readonly string[] = [
  '`${process.exit(3)}`',
  '${globalThis.broken = 1}',
  "'; globalThis.broken = 1; '",
  '"; globalThis.broken = 1; "',
  '*/ globalThis.broken = 1 /*',
  '// \u2028 globalThis.broken = 1',
  '\n globalThis.broken = 1\n',
  '\\',
  "\\'); globalThis.broken = 1 //",
  '</script><script>globalThis.broken = 1</script>',
  '<!-- globalThis.broken = 1',
  '__proto__',
  'constructor',
  '\u001B[31mred\u001B[0m\u0007',
  '\u202E drawkcab',
  '../../../outside',
  'C:\\outside',
  'nul',
  '\0',
  '👩‍🔬 日本語',
  '',
]

/** The text in every place of every kind of definition where an account holds text. */
function hostile(text: string): readonly JsonObject[] {
  const board = dashboards.fixed
  return [
    {
      ...monitors.threshold,
      id: undefined,
      name: text,
      message: text,
      tags: [text, `service:${text}`, `team:${text}`],
    },
    { ...monitors.logs, name: text, message: `{{#is_alert}}\n${text}\n{{/is_alert}}\n${text}` },
    { ...monitors.unknown, name: text, [text]: { [text]: text }, assets: [{ name: text, url: text }] },
    { ...monitors.unreadable, name: text, query: text },
    { ...slos.events, id: undefined, name: text, description: text, tags: [text], groups: [text] },
    {
      ...board,
      title: text,
      description: text,
      template_variables: [{ name: text, prefix: text, default: text }],
      template_variable_presets: [{ name: text, template_variables: [{ name: text, value: text }] }],
      widgets: [
        { layout: board.widgets[0].layout, definition: { type: 'note', content: text, [text]: text } },
        { layout: board.widgets[0].layout, definition: { type: text, [text]: [text] } },
        {
          layout: board.widgets[0].layout,
          definition: {
            type: 'timeseries',
            title: text,
            requests: [
              { q: text, style: { [text]: text } },
              { queries: [{ name: text, data_source: text }] },
            ],
          },
        },
      ],
    },
  ]
}

const definitions = texts.flatMap(hostile)
const generated = generate(definitions.map(resourceOf))

describe('text of an account', () => {
  it('gives files that stay in their folders, with names that every system takes', () => {
    for (const { path } of generated.files) {
      expect(path).toMatch(/^(monitors|slos|dashboards)\/(composites\/)?[a-z0-9_-]+\.ts$/)
    }
    expect(new Set(generated.files.map(({ path }) => path)).size).toBe(generated.files.length)
  })

  it('never reaches a file in a form that shows something else than it is', () => {
    for (const { text } of generated.files) {
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E]/)
      expect(text).not.toContain('</script')
    }
  })

  it('comes back as it was', async () => {
    for (const text of texts) expect(await changesOf(...hostile(text))).toEqual([])
  })

  it('does nothing when the code runs', async () => {
    for (const { path, text } of generated.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const imports = generated.files.map(({ path }) => `import './${path}'`).join('\n')
    const outfile = join(folder, 'bundle.mjs')
    await build({
      stdin: { contents: imports, resolveDir: folder, loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
      alias: { dogma: join(root, 'src/index.ts') },
      outfile,
    })
    const watcher = `
      const before = Object.getOwnPropertyNames(Object.prototype).join()
      const names = Object.keys(globalThis).join()
      await import(${JSON.stringify(outfile)})
      const isIntact = !('broken' in globalThis) && names === Object.keys(globalThis).join() &&
        before === Object.getOwnPropertyNames(Object.prototype).join() && !('a' in {})
      console.log(isIntact ? 'intact' : 'broken')
    `
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', watcher], { encoding: 'utf8' })
    expect({ status: child.status, stdout: child.stdout, stderr: child.stderr }).toEqual({
      status: 0,
      stdout: 'intact\n',
      stderr: '',
    })
  }, 60_000)
})
