// Writes the schema files and the table of src/schema from the installed official client; `--check` only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { schemaFiles } from './schema-files.js'

const folder = fileURLToPath(new URL('../src/schema/', import.meta.url))
const outdated = schemaFiles().filter(
  ({ name, text }) => !existsSync(folder + name) || readFileSync(folder + name, 'utf8') !== text,
)

if (!process.argv.includes('--check')) {
  for (const { name, text } of outdated) writeFileSync(folder + name, text)
} else if (outdated.length > 0) {
  const names = outdated.map(({ name }) => `src/schema/${name}`).join(', ')
  console.error(`Out of date: ${names}. Run \`npx tsx scripts/generate-schema.ts\`.`)
  process.exitCode = 1
}
