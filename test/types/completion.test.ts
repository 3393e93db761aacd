import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarationText } from '../../src/inventory/index.js'
import { type Editor, openEditor } from './editor.js'

const root = join(import.meta.dirname, '../..')
const folders: string[] = []

/** An editor on a project with these further files; the first question reads the project, so tests share it. */
function editorOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'dogma-editor-'))
  folders.push(folder)
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      typeRoots: [join(root, 'node_modules/@types')],
      paths: { dogma: [join(root, 'src/index.ts')] },
    },
    include: ['*.ts'],
  }
  const own = { 'package.json': '{"type":"module"}', 'tsconfig.json': JSON.stringify(config), ...files }
  for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, name), text)
  return { folder, editor: openEditor(join(folder, 'tsconfig.json')) }
}

let folder = ''
let editor: Editor
const head = "import { avg, dashboard, log, monitor, queryValue, slo, sum, tab, timeseries } from 'dogma'\n"
const offered = (line: string) => editor.complete(join(folder, 'edited.ts'), head + line)

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

describe('completion offers', () => {
  beforeAll(() => {
    ;({ folder, editor } = editorOf({ 'edited.ts': '' }))
    offered('monitor(|')
  }, 120_000)

  it.each([
    [
      'the fields of a monitor',
      "monitor('x', { | })",
      ['name', 'alert', 'message', 'tags', 'priority', 'adopt'],
    ],
    [
      'the options of its type',
      "monitor('x', { name: '', alert: log('a').last('5m').above(1), | })",
      ['enableLogsSample', 'onMissingData', 'groupRetention'],
    ],
    [
      'what can be asked of a metric',
      "avg('a').|",
      ['where', 'whereNot', 'by', 'last', 'rollup', 'dividedBy', 'asCount'],
    ],
    ['comparisons after a window', "avg('a').last('5m').|", ['above', 'below', 'atLeast', 'change']],
    [
      'thresholds',
      "avg('a').last('5m').above({ | })",
      ['critical', 'warning', 'criticalRecovery', 'queryOnly'],
    ],
    [
      'the values of an option',
      "monitor('x', { name: '', onMissingData: '|' })",
      ['resolve', 'show_no_data'],
    ],
    [
      'the groups of the query',
      "monitor('x', { name: '', alert: avg('a').by('host', 'pod').last('5m').above(1), notifyBy: ['|'] })",
      ['host', 'pod'],
    ],
    [
      'the parts of a message',
      "monitor('x', { name: '', message: ({ | }) => [] })",
      ['alert', 'recovery', 'tag'],
    ],
    [
      'the fields of a dashboard',
      "dashboard('x', { | })",
      ['title', 'widgets', 'tabs', 'layout', 'templateVariables'],
    ],
    [
      'the options of a widget',
      "timeseries('x', sum('a'), { | })",
      ['display', 'legend', 'yAxis', 'markers'],
    ],
    [
      'the values of a widget’s option',
      "timeseries('x', sum('a'), { display: '|' })",
      ['line', 'area', 'bars'],
    ],
    ['the fields of an SLO', "slo('x', { | })", ['name', 'good', 'total', 'target']],
  ])('%s', (_, line, names) => {
    expect(offered(line)).toEqual(expect.arrayContaining(names))
  })

  it('no options of another type of monitor', () => {
    const names = offered("monitor('x', { name: '', alert: avg('a').last('5m').above(1), | })")
    expect(names).toContain('evaluationDelay')
    expect(names).not.toContain('enableLogsSample')
  })
})

describe('completion beside the declarations of `dogma types` offers', () => {
  beforeAll(() => {
    const metrics = [
      { name: 'system.load.1', type: 'gauge', tags: ['host', 'env'] },
      { name: 'checkout.orders', type: 'count', tags: ['region'] },
    ]
    ;({ folder, editor } = editorOf({ 'edited.ts': '', 'metrics.d.ts': declarationText({ metrics }) }))
    offered('monitor(|')
  }, 120_000)

  it.each([
    ['the metrics of the account', "avg('|')", ['checkout.orders', 'system.load.1']],
    ['the tags of the metric to filter by', "avg('system.load.1').where({ | })", ['env', 'host']],
    ['the tags of the metric to group by', "sum('checkout.orders').by('|')", ['region']],
  ])('%s, and nothing else', (_, line, names) => {
    expect([...offered(line)].sort()).toEqual(names)
  })
})
