import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { explain, type Lang, type RenderFormat, renderExplanation } from '../../src/explain/index.js'
import { type Sample, samples } from './samples.js'

// UPDATE_GOLDEN=1 npx vitest run test/explain writes the files anew; read the difference like code.
const folder = fileURLToPath(new URL('../golden/explain/', import.meta.url))

function rendered({ input, level, names = {} }: Sample, lang: Lang, format: RenderFormat): string {
  const explanation = explain(input, {
    lang,
    nameOf: id => names[id],
    ...(level === undefined ? {} : { level }),
  })
  return renderExplanation(explanation, format, { width: 100 })
}

function expectGolden(file: string, text: string): void {
  const path = `${folder}${file}`
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, text)
  }
  expect(text).toBe(readFileSync(path, 'utf8'))
}

describe.each(['en', 'ja'] as const)('explanations in %s', lang => {
  it.each(samples)('reads well: $name', sample => {
    expectGolden(`${sample.name}.${lang}.txt`, rendered(sample, lang, 'text'))
  })

  it.each(
    samples.filter(sample => ['anomaly-monitor', 'hostile-text', 'broken-query'].includes(sample.name)),
  )('reads well as Markdown and HTML: $name', sample => {
    expectGolden(`${sample.name}.${lang}.md`, rendered(sample, lang, 'markdown'))
    expectGolden(`${sample.name}.${lang}.html`, rendered(sample, lang, 'html'))
  })
})
