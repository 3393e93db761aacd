import { describe, expect, it } from 'vitest'
import { ownModules } from '../../src/cli/own-modules.js'
import { defineConfig } from '../../src/config/index.js'
import { loadProject } from '../../src/project/index.js'
import { projectFolder } from '../cli/harness.js'

describe('defineConfig', () => {
  it('gives back what it gets', () => {
    const config = { project: 'sre' }
    expect(defineConfig(config)).toBe(config)
  })

  it('types every setting that a project accepts', async () => {
    const config = defineConfig({
      project: 'sre',
      definitions: ['monitors'],
      accounts: {
        prod: { site: 'datadoghq.eu', apiKeyEnv: 'A', appKeyEnv: 'B' },
        local: { url: 'http://127.0.0.1:8126' },
      },
      defaultAccount: 'prod',
      sandboxFile: '.dogma/sandbox.json',
      typeCheck: false,
      lint: { extends: 'strict' },
    })
    const folder = projectFolder({ 'dogma.config.ts': `export default ${JSON.stringify(config)}` })
    const project = await loadProject(folder, 'test', ownModules)
    expect(project.ok && project.value.config).toMatchObject({
      project: 'sre',
      defaultAccount: 'prod',
      lint: { extends: 'strict' },
    })
  })
})
