import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainRule, type Measured, rulePages, rules } from '../../src/lint/index.js'

const folder = new URL('../../docs/rules/', import.meta.url)
const measured = JSON.parse(readFileSync(new URL('measured.json', folder), 'utf8')) as Measured
const pages = rulePages(measured)

const headings = [
  'What and why',
  'Bad',
  'Good',
  'How to fix',
  'How to configure',
  'How to disable',
  'How to snooze',
  'Findings on real definitions',
]

describe('docs/rules', () => {
  it.each(pages.map(page => [page.path, page.text]))(
    '%s is what the rule says (run scripts/generate-rule-pages.ts)',
    (path, text) => {
      const file = new URL(path, folder)
      expect(existsSync(file) ? readFileSync(file, 'utf8') : 'missing').toBe(text)
    },
  )

  it('holds no page of a rule that is gone', () => {
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.md'),
    )
    expect(written.map(file => file.replaceAll('\\', '/')).sort()).toEqual(
      pages.map(page => page.path).sort(),
    )
  })

  it('has the same headings on every page', () => {
    for (const page of pages.filter(each => each.path !== 'README.md')) {
      const found = Array.from(page.text.matchAll(/^## (.*)$/gm), match => match[1])
      expect(found, page.path).toEqual(headings)
    }
  })

  it('was measured for rules that exist', () => {
    const known = new Set(rules.map(rule => rule.id as string))
    expect(Object.keys(measured.findings).filter(id => !known.has(id))).toEqual([])
  })
})

describe('src/lint/rules', () => {
  it('holds one file for each rule of the list', () => {
    const sources = new URL('../../src/lint/rules/', import.meta.url)
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => file.includes('/') && file.endsWith('.ts'))
    expect(files.sort()).toEqual(rules.map(rule => `${rule.id}.ts`).sort())
  })

  it('has no rule twice', () => {
    expect(new Set(rules.map(rule => rule.id)).size).toBe(rules.length)
  })
})

describe('explainRule', () => {
  it('gives the page', () => {
    expect(explainRule('message/empty-name')).toMatchObject({
      ok: true,
      text: expect.stringContaining('# message/empty-name'),
    })
  })

  it('lists every rule, also those of the project', () => {
    const own = { ...rules[0]!, id: 'our/own', title: 'Ours.' } as const
    const list = explainRule('all', [own])
    const lines = list.ok ? list.text.trimEnd().split('\n') : []
    expect(lines.map(line => line.split(' ', 1)[0])).toEqual([...rules, own].map(({ id }) => id))
    expect(lines.at(-1)).toMatch(/^our\/own +error +Ours\.$/)
    expect(lines.find(line => line.startsWith('message/no-runbook'))).toContain('warning, strict')
  })

  it.each([
    ['empty-name', 'Did you mean `message/empty-name`?'],
    ['query/empty-name', 'Did you mean `message/empty-name`?'],
    ['zzzzqq', '`dogma lint --explain all` lists all rules.'],
  ])('knows what was meant by %s', (id, hint) => {
    expect(explainRule(id)).toMatchObject({ ok: false, hint })
  })

  it('suggests a name for one that does not exist', () => {
    expect(explainRule('message/emptyname')).toEqual({
      ok: false,
      message: 'There is no lint rule `message/emptyname`.',
      hint: 'Did you mean `message/empty-name`?',
    })
  })
})
