import { defineConfig } from 'dogma'

export default defineConfig({
  project: 'example',
  accounts: {
    prod: { site: 'datadoghq.com' },
  },
})
