import type { OutputFile } from '../output-files.js'
import { configFile } from './config-file.js'
import { githubWorkflow, gitlabPipeline } from './pipelines.js'

/** What every project has besides its definitions. `folder` names it, `version` is the version of dogma it asks for. */
export function baseFiles(folder: string, version: string): readonly OutputFile[] {
  return [
    configFile(folder),
    { path: 'package.json', text: packageJson(version) },
    { path: 'tsconfig.json', text: tsconfig },
    { path: '.gitignore', text: 'node_modules/\n.dogma/\n' },
  ]
}

/** Files that a repository may have for other reasons, with what dogma needs in them: what is there is kept as it is. */
export const sharedFiles: Readonly<Record<string, string | undefined>> = {
  'package.json': undefined,
  'tsconfig.json': undefined,
  '.gitignore': '.dogma/',
  '.github/workflows/dogma.yml': undefined,
  '.gitlab-ci.yml': undefined,
}

/** Every file of a small working project. */
export function projectFiles(folder: string, version: string): readonly OutputFile[] {
  return [
    ...baseFiles(folder, version),
    { path: 'monitors/checkout.ts', text: monitors },
    { path: 'slos/checkout.ts', text: slos },
    { path: 'dashboards/checkout.ts', text: dashboards },
    { path: '.github/workflows/dogma.yml', text: githubWorkflow },
    { path: '.gitlab-ci.yml', text: gitlabPipeline },
  ]
}

function packageJson(version: string): string {
  const manifest = {
    private: true,
    type: 'module',
    scripts: { lint: 'dogma lint', plan: 'dogma plan', apply: 'dogma apply' },
    devDependencies: { dogma: `^${version}`, typescript: '^5.9.0' },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** A line of the written files, which are no imports of this one. */
function importLine(name: string, from: string): string {
  return `import { ${name} } from '${from}'`
}

const tsconfig = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'ES2023',
      lib: ['ES2023'],
      module: 'NodeNext',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
    },
    include: ['dogma.config.ts', 'monitors', 'slos', 'dashboards', '*.d.ts'],
  },
  null,
  2,
)}\n`

const monitors = `import { message, monitor, p95 } from 'dogma'

/** One alert for each version, so that a bad deployment stands out. */
export const latency = monitor('checkout-latency', {
  name: 'Checkout is slow in version {{version.name}}',
  alert: p95('trace.http.request')
    .where({ env: 'prod', service: 'checkout' })
    .by('version')
    .last('10m')
    .above({ critical: 0.8, warning: 0.5, criticalRecovery: 0.7, warningRecovery: 0.4 }),
  message: message(({ alert, recovery, tag, value, threshold }) => [
    alert\`
      95 % of requests of version \${tag('version')} took up to \${value} s, more than \${threshold} s.
      Compare with the deployment list first. @slack-checkout
    \`,
    recovery\`Version \${tag('version')} is fast again. @slack-checkout\`,
  ]),
  tags: ['team:checkout', 'service:checkout', 'env:prod'],
  priority: 2,
  newGroupDelay: '5m',
  onMissingData: 'show_no_data',
})
`

const slos = `import { burnRate, monitor, slo, sum } from 'dogma'

const hits = sum('trace.http.request.hits').where({ env: 'prod', service: 'checkout' }).asCount()
const errors = sum('trace.http.request.errors').where({ env: 'prod', service: 'checkout' }).asCount()

export const availability = slo('checkout-availability', {
  name: 'Checkout answers without errors',
  description: 'Requests that did not end in an error, of all requests.',
  good: hits.minus(errors),
  total: hits,
  target: { '30d': 99.9 },
  warning: { '30d': 99.95 },
  tags: ['team:checkout', 'service:checkout', 'env:prod'],
})

export const budgetBurns = monitor('checkout-budget-burns', {
  name: 'Checkout spends its error budget quickly',
  alert: burnRate(availability, { over: '30d', longWindow: '1h', shortWindow: '5m' }).above(14.4),
  message: 'At this rate the error budget of 30 days is gone in two. @pagerduty-checkout @slack-checkout',
  tags: ['team:checkout', 'service:checkout', 'env:prod'],
  priority: 1,
})
`

const dashboards = `import { dashboard, group, monitorStatus, p95, sloWidget, sum, timeseries, variable } from 'dogma'
${importLine('latency', '../monitors/checkout.js')}
${importLine('availability', '../slos/checkout.js')}

const env = variable('env', { default: 'prod' })
const hits = sum('trace.http.request.hits').where({ service: 'checkout' }).where(env).asCount()

export const checkout = dashboard('checkout', {
  title: 'Checkout',
  description: 'Is checkout fast, and does it answer?',
  templateVariables: [env],
  widgets: [
    sloWidget(availability),
    monitorStatus(latency, { title: 'Latency alert' }),
    group('Traffic', [
      timeseries('Requests', hits.as('requests'), { display: 'bars' }),
      timeseries('Latency', p95('trace.http.request').where({ service: 'checkout' }).where(env).as('p95')),
    ]),
  ],
  tags: ['team:checkout'],
})
`
