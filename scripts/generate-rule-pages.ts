// Writes docs/rules from the rules themselves; run it after a rule was added or changed.
// docs/rules/measured.json holds how often each rule was found on published definitions.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Measured, rulePages } from '../src/lint/index.js'

const folder = fileURLToPath(new URL('../docs/rules/', import.meta.url))
const measured = JSON.parse(readFileSync(join(folder, 'measured.json'), 'utf8')) as Measured

const pages = rulePages(measured)
for (const area of new Set(pages.map(page => dirname(page.path)).filter(area => area !== '.'))) {
  rmSync(join(folder, area), { recursive: true, force: true })
  mkdirSync(join(folder, area), { recursive: true })
}
for (const page of pages) writeFileSync(join(folder, page.path), page.text)
console.log(`Wrote ${pages.length} pages to docs/rules.`)
