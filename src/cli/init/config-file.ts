import { keyFrom, projectPattern } from '../../wire/index.js'
import type { OutputFile } from '../output-files.js'

/** The configuration of a project that is named after its folder. */
export function configFile(folder: string): OutputFile {
  const name = keyFrom(folder) ?? 'my-team'
  const project = projectPattern.test(name) ? name : 'my-team'
  const lines = [
    "import { defineConfig } from 'dogma'",
    '',
    'export default defineConfig({',
    `  project: '${project}',`,
    '  accounts: {',
    '    // Keys come from DD_API_KEY and DD_APP_KEY. Without `--account prod` everything works on the embedded sandbox.',
    "    prod: { site: 'datadoghq.com' },",
    '  },',
    '})',
  ]
  return { path: 'dogma.config.ts', text: `${lines.join('\n')}\n` }
}
