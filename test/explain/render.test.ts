import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/diagnostic/index.js'
import { explain, renderExplanation } from '../../src/explain/index.js'
import { widthOf } from '../../src/explain/render/width.js'
import { samples } from './samples.js'
import { explained } from './sentences.js'

const hostile = samples.find(sample => sample.name === 'hostile-text')!
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/

/** A piece of the query that is too long for its column stands alone on a line, whole. */
function isPiece(line: string): boolean {
  return /^ +("|\.|\{|service:|\w+: )/.test(line)
}

describe('the width of a text', () => {
  it('is the same with and without the short way', () => {
    for (let code = 0x20; code < 0x3000; code += 1) {
      const text = String.fromCharCode(code)
      expect(widthOf(text), code.toString(16)).toBe(displayWidth(text))
    }
  })
})

describe('text', () => {
  it.each([60, 80, 120])('keeps to %i columns, in both languages', width => {
    for (const lang of ['en', 'ja'] as const) {
      for (const sample of samples) {
        const text = renderExplanation(explained(sample, lang), 'text', { width })
        for (const line of text.split('\n')) {
          // A word that is longer than a line stays whole, and a caret frame keeps its place.
          const breakable = line.trim().includes(' ') && !/^ *\d* ?\||\^|^ *(Repaired|修正案)/.test(line)
          const single =
            line
              .trim()
              .split(' ')
              .some(word => displayWidth(word) > width / 3) || isPiece(line)
          if (breakable && !single) expect(displayWidth(line), line).toBeLessThanOrEqual(width)
        }
      }
    }
  })

  it('has its own line breaks, not those of the query', () => {
    const query = 'min(last_5m):\n  avg:a.b{c:d} by {e}\n    .rollup(avg, 60)\n  > 5'
    for (const format of ['text', 'html', 'markdown'] as const)
      expect(renderExplanation(explain(query, { lang: 'en' }), format)).not.toContain('\uFFFD')
    expect(renderExplanation(explain(query, { lang: 'en' }), 'text')).toContain(
      'min(last_5m): avg:a.b{c:d} by {e} .rollup(avg, 60) > 5',
    )
  })

  it('shows of a long text only the lines that a repair changes', () => {
    const message = 'Down.\n{{#is_alert}}\nCall.\n{{/is_alert}}\nHost {host.name} @slack-a\n'
    const definition = {
      name: 'a',
      type: 'query alert',
      query: 'avg(last_5m):avg:a.b{*} by {host} > 5',
      message,
    }
    const text = renderExplanation(explain(definition, { lang: 'en' }), 'text')
    expect(text).toContain('Repaired: Host {{host.name}} @slack-a\n')
    expect(text).not.toContain('\uFFFD')
  })

  it('paints only through the functions it is given', () => {
    const paint = (name: string) => (text: string) => `<${name}>${text}</${name}>`
    const colour = {
      heading: paint('h'),
      code: paint('c'),
      dim: paint('d'),
      error: paint('e'),
      warning: paint('w'),
    }
    const text = renderExplanation(explain('avg:a.b{*}', { lang: 'en' }), 'text', { colour })
    expect(text).toContain('<h>In one sentence</h>')
    expect(text).toContain('<c>`a.b`</c>')
    expect(renderExplanation(explain('avg:a.b{*}', { lang: 'en' }), 'text')).not.toContain('<h>')
  })

  it('does not begin a Japanese line with a closing mark', () => {
    for (const sample of samples) {
      const text = renderExplanation(explained(sample, 'ja'), 'text', { width: 70 })
      for (const line of text.split('\n')) expect(line.trimStart()).not.toMatch(/^[、。」]/)
    }
  })
})

describe('text of others stays text', () => {
  it.each(['text', 'markdown', 'html'] as const)('no control character in %s', format => {
    for (const lang of ['en', 'ja'] as const)
      expect(renderExplanation(explained(hostile, lang), format)).not.toMatch(control)
  })

  it('is no markup in HTML', () => {
    const html = renderExplanation(explained(hostile, 'en'), 'html')
    const tags = new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)/g), match => match[1]))
    expect([...tags].sort()).toEqual([
      'article',
      'code',
      'dd',
      'dl',
      'dt',
      'em',
      'h2',
      'li',
      'p',
      'pre',
      'section',
      'small',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ])
  })

  it('is no markup in Markdown outside of code', () => {
    const markdown = renderExplanation(explained(hostile, 'en'), 'markdown')
    const withoutCode = markdown.replace(/(`+)[\s\S]*?\1/g, '').replace(/^ {6}.*$/gm, '')
    expect(withoutCode).not.toMatch(/<[a-z]/)
    expect(withoutCode).not.toMatch(/(^|[^&#\w;])@\w/)
  })

  it('keeps the columns of a Markdown table', () => {
    const rows = renderExplanation(explained(hostile, 'en'), 'markdown')
      .split('\n')
      .filter(line => line.startsWith('|'))
    for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(3)
  })
})

describe('html', () => {
  it('names the language and the place of each part', () => {
    const html = renderExplanation(explain('avg:a.b{*}', { lang: 'ja' }), 'html')
    expect(html).toContain('<article class="explanation" lang="ja" data-kind="metric-query">')
    expect(html).toContain('data-source="query" data-start="4" data-end="7" data-code="part/metric"')
  })
})

describe('json', () => {
  it('is the explanation with its version', () => {
    const explanation = explain('avg:a.b{*}', { lang: 'en' })
    expect(JSON.parse(renderExplanation(explanation, 'json'))).toEqual(
      JSON.parse(JSON.stringify(explanation)),
    )
    expect(explanation.version).toBe(1)
  })
})
