import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprintsOf } from '../../../src/cli/views/findings/fingerprint.js'
import { github } from '../../../src/cli/views/findings/github.js'
import { junit } from '../../../src/cli/views/findings/junit.js'
import type { FindingsReport, ShownFinding } from '../../../src/cli/views/findings/report.js'
import { sarif } from '../../../src/cli/views/findings/sarif.js'
import { expectGolden } from '../../golden.js'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'
import { gitlabSchema } from './gitlab-schema.js'
import { junitProblems } from './junit-form.js'
import { sarifSchema } from './sarif-schema.js'

const files = {
  'monitors/web.ts': `import { avg, monitor } from 'dogma'

export const load = monitor('load', {
  name: 'Load ',
  alert: avg('system.load.1').where({ env: 'prod' }).by('host').last('5m').above(8),
  message: 'Load is high: {{check_message}} <b>&</b> @slack-sre-',
  tags: ['team:sre'],
  priority: 2,
  noDataTimeframe: 2,
})

export const errors = monitor('errors', {
  name: 'Errors',
  alert: 'sum(last_5m):sum:web.errors{env:prod}.as_count()>100',
  message: '@slack-sre',
  tags: ['team:sre'],
  priority: 3,
  options: { locked: true },
})
`,
}

let folder: string
beforeAll(() => {
  folder = projectFolder(files)
})
afterAll(removeProjectFolders)

const formats = ['text', 'json', 'sarif', 'gitlab', 'junit', 'github'] as const

describe('the report of lint', () => {
  it.each(formats)('as %s', async format => {
    const outcome = await dogma(['lint', '--format', format], { folder })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toBe('')
    const version = /"semanticVersion": ".*"/
    expectGolden(`lint/report.${format}.txt`, outcome.stdout.replace(version, '"semanticVersion": "…"'))
  })

  it('as a summary by rule', async () => {
    const outcome = await dogma(['lint', '--summary'], { folder })
    expectGolden('lint/summary.txt', outcome.stdout)
  })

  const plan = {
    format_version: '1.2',
    values: {
      root_module: {
        resources: [
          {
            address: 'datadog_monitor.a["ü b"]',
            type: 'datadog_monitor',
            values: { type: 'query alert', query: 'avg(last_5m):avg:a{*} >', name: ' ' },
          },
        ],
      },
    },
  }
  const unusual = {
    'dogma.config.ts':
      "export default { project: 'shop', typeCheck: false, lint: { rules: { nothing: 'error' } } }\n",
    'broken/no.json': '{"type":"query alert","query":',
    'broken/plan.json': JSON.stringify(plan),
    'broken/ü #?%.json': '{"title":"x","layout_type":"ordered","widgets":[{}]}',
  }

  it.each([
    ['definitions', []],
    ['files that cannot be read, a plan, and a wrong configuration', ['broken']],
    ['nothing', ['nowhere.json']],
    ['an account', ['--account', 'sandbox']],
  ])('about %s is of the right form for every reader', async (_, words) => {
    const place = words.length === 0 ? folder : projectFolder(unusual)
    const as = async (format: string) =>
      (await dogma(['lint', ...words, '--format', format], { folder: place })).stdout
    expect(sarifErrors(await as('sarif'))).toEqual([])
    expect(gitlabErrors(await as('gitlab'))).toEqual([])
    expect(junitProblems(await as('junit'))).toEqual([])
  })
})

function gitlabErrors(text: string): readonly unknown[] {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(gitlabSchema)
  const report = JSON.parse(text) as readonly { fingerprint: string }[]
  const prints = new Set(report.map(({ fingerprint }) => fingerprint))
  const isUnique = prints.size === report.length
  return [...(validate(report) ? [] : (validate.errors ?? [])), ...(isUnique ? [] : ['a fingerprint twice'])]
}

function sarifErrors(text: string): readonly unknown[] {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(sarifSchema)
  const report = JSON.parse(text)
  if (!validate(report)) return validate.errors ?? []
  // No schema can say this: a result names its rule twice.
  const [{ tool, results }] = report.runs
  return results.filter(
    (each: { ruleId: string; ruleIndex: number }) => tool.driver.rules[each.ruleIndex]?.id !== each.ruleId,
  )
}

const finding: ShownFinding = {
  code: 'acme/odd',
  rule: 'acme/odd',
  severity: 'error',
  resource: 'monitor.a',
  message: 'A "<b>" & 5.5 %: \u0007\nnext ]]> \ud800',
  place: 'a, b:c.ts:1:2',
  origin: { file: 'a, b:c.ts', line: 1, column: 2 },
  fingerprint: 'f',
}

function reportOf(...findings: ShownFinding[]): FindingsReport {
  return { checked: 1, findings, known: 0, unreadable: 0, ruleFailures: 0, rules: [], failOn: 'error' }
}

describe('text from a definition', () => {
  it('cannot end a GitHub command or start another one', () => {
    expect(github(reportOf({ ...finding, message: 'a%\r\n::error::b' }))).toBe(
      '::error file=a%2C b%3Ac.ts,line=1,col=2,title=acme/odd (monitor.a)::a%25%0D%0A::error::b\n',
    )
  })

  it('cannot control a log of GitHub', () => {
    const odd = github(reportOf({ ...finding, message: 'a\u0000\u001b[31m\u009b\ud800\tb' }))
    expect(odd).toContain('::a\uFFFD\uFFFD[31m\uFFFD\uFFFD\tb\n')
  })

  it.each([
    ['C:\\work\\a b.json', { uri: 'file:///C:/work/a%20b.json' }],
    ['/srv/a b.json', { uri: 'file:///srv/a%20b.json' }],
    ['my dir\\a.json', { uri: 'my%20dir/a.json', uriBaseId: '%SRCROOT%' }],
    ['../a.json', { uri: '../a.json', uriBaseId: '%SRCROOT%' }],
  ])('of a path is an address that SARIF knows: %s', (file, artifactLocation) => {
    const text = sarif(reportOf({ ...finding, origin: { file, line: 1, column: 1 } }), '1.0.0')
    expect(JSON.parse(text)).toMatchObject({
      runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation } }] }] }],
    })
    expect(sarifErrors(text)).toEqual([])
  })

  it('cannot become markup of a JUnit report', () => {
    const xml = junit(reportOf(finding))
    expect(xml).toContain('message="A &quot;&lt;b&gt;&quot; &amp; 5.5 %: \uFFFD&#10;next ]]&gt; \uFFFD"')
    expect(xml.match(/<[a-z]+/g)).toEqual(['<testsuites', '<testsuite', '<testcase', '<failure'])
  })

  it('becomes a relative address in SARIF', () => {
    const text = sarif(
      reportOf(finding, { ...finding, origin: { file: 'x/ü#.ts', line: 1, column: 1 } }),
      '1.0.0',
    )
    expect(text).toContain('"uri": "a%2C%20b%3Ac.ts"')
    expect(text).toContain('"uri": "x/%C3%BC%23.ts"')
    expect(sarifErrors(text)).toEqual([])
  })

  it('has a place in SARIF even without a file', () => {
    const { origin: _, ...nowhere } = finding
    const text = sarif(reportOf(nowhere), '1.0.0')
    expect(sarifErrors(text)).toEqual([])
    expect(text).toContain('"fullyQualifiedName": "monitor.a"')
  })
})

describe('a JUnit report', () => {
  it('fails only for what the command fails for', () => {
    const info = { ...finding, severity: 'info' } as const
    expect(junit(reportOf(info))).toContain('tests="1" failures="0"')
    expect(junit({ ...reportOf(info), failOn: 'info' })).toContain('tests="1" failures="1"')
    expect(junit(reportOf())).toContain('tests="1" failures="0"')
  })
})

describe('a fingerprint', () => {
  const [own] = fingerprintsOf([{ ...finding, path: ['widgets', 3, 'definition'] }])
  it.each([
    ['another line', { origin: { file: 'b.ts', line: 90, column: 1 } }],
    ['another number in the message', { message: 'A "<b>" & 7 %: \u0007\nnext ]]> \ud800' }],
    ['another place in a list', { path: ['widgets', 12, 'definition'] }],
    ['another severity', { severity: 'info' as const }],
  ])('outlives %s', (_, change) => {
    expect(fingerprintsOf([{ ...finding, path: ['widgets', 3, 'definition'], ...change }])).toEqual([own])
  })

  it.each([
    ['rule', { rule: 'acme/other' }],
    ['resource', { resource: 'monitor.b' }],
    ['path', { path: ['widgets', 3, 'layout'] }],
    ['message', { message: 'Something else.' }],
  ])('tells apart by %s', (_, change) => {
    expect(fingerprintsOf([{ ...finding, path: ['widgets', 3, 'definition'], ...change }])).not.toEqual([own])
  })

  it('is never given twice', () => {
    expect(new Set(fingerprintsOf([finding, finding, finding])).size).toBe(3)
  })
})
