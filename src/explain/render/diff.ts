import { visible } from '../../diagnostic/index.js'
import type { BehaviourChange, ExplanationDiff } from '../diff/explain-diff.js'
import { escapedHtml, inlineHtml } from './html.js'
import type { RenderFormat, RenderOptions } from './index.js'
import { sentenceMarkdown } from './markdown.js'
import { noColour } from './text.js'
import { wrap } from './wrap.js'

/**
 * Writes a difference in one of the formats. `json` is the difference itself, with its version.
 *
 * @example renderDiff(explainDiff(before, after, { lang: 'en' }), 'text', { width: 100 })
 */
export function renderDiff(diff: ExplanationDiff, format: RenderFormat, options: RenderOptions = {}): string {
  switch (format) {
    case 'text':
      return diffText(diff, options)
    case 'markdown':
      return `${[sentenceMarkdown(diff.summary.text), diffList(diff)].filter(part => part !== '').join('\n\n')}\n`
    case 'html':
      return diffHtml(diff)
    case 'json':
      return `${JSON.stringify(diff, undefined, 2)}\n`
  }
}

/** What is said, after the part it is about: `Widget “Load”: Alerts …`. */
function whole({ where, says }: BehaviourChange): string {
  return where === undefined ? says.text : `${where.text}: ${says.text}`
}

function diffText({ summary, changes }: ExplanationDiff, options: RenderOptions): string {
  const { width = 80, colour = noColour } = options
  const columns = Math.max(40, width)
  const lines = changes.flatMap(one =>
    wrap(whole(one), columns - 4, colour.code).map(
      (line, index) => `${index === 0 ? '  • ' : '    '}${line}`,
    ),
  )
  const first = wrap(summary.text, columns, colour.code).map(colour.heading)
  return `${[...first, ...lines].join('\n')}\n`
}

function diffList({ changes }: ExplanationDiff): string {
  return changes.map(one => `- ${sentenceMarkdown(whole(one))}`).join('\n')
}

function diffHtml({ lang, kind, summary, changes }: ExplanationDiff): string {
  const items = changes.map(
    one =>
      `<li data-code="${one.says.code}" data-place="${escapedHtml(visible(one.place))}">${inlineHtml(whole(one))}</li>`,
  )
  const list = items.length === 0 ? [] : ['<ul>', ...items, '</ul>']
  return [
    `<article class="explanation-diff" lang="${lang}" data-kind="${kind}">`,
    `<p data-code="${summary.code}">${inlineHtml(summary.text)}</p>`,
    ...list,
    '</article>\n',
  ].join('\n')
}
