import { visible } from '../../diagnostic/index.js'
import type { Explanation, Part } from '../explanation.js'
import { inlineCode } from '../words/inline-code.js'
import { runsOf } from './inline.js'
import { type Labels, labelsIn } from './labels.js'

/** The explanation as Markdown; text of others cannot become markup, a link or a mention. */
export function renderMarkdown(explanation: Explanation): string {
  const labels = labelsIn(explanation.lang)
  const { summary, basics, sources, parts, timeline, options, cautions, changes } = explanation
  const blocks = [
    `**${labels.summary}** ${sentenceMarkdown(summary.text)}`,
    section(labels.diagnostics, diagnosticLines(explanation, labels)),
    section(labels.basics, list(basics.map(one => sentenceMarkdown(one.text)))),
    ...sources.map(source =>
      partTable(
        escaped(source.label.text),
        parts.filter(part => part.source === source.id),
        labels,
      ),
    ),
    section(
      explanation.kind === 'slo' ? labels.measured : labels.timeline,
      list(timeline.map(one => sentenceMarkdown(one.text))),
    ),
    section(
      labels.options,
      list(
        options.map(one => `${code(`${one.name}: ${one.setting}`)} — ${sentenceMarkdown(one.means.text)}`),
      ),
    ),
    section(
      labels.cautions,
      list(cautions.map(one => `${sentenceMarkdown(one.says.text)} (${code(one.code)})`)),
    ),
    section(labels.changes, list(changes.map(one => sentenceMarkdown(one.text)))),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${heading}\n\n${lines.join('\n')}`
}

function list(items: readonly string[]): readonly string[] {
  return items.map(item => `- ${item}`)
}

const code = (text: string) => inlineCode(text)

/** A sentence with its inline code; nothing else in it is markup. */
export function sentenceMarkdown(text: string): string {
  return runsOf(text)
    .map(run => (run.code ? code(run.text) : escaped(run.text)))
    .join('')
}

const special = /[\\`*_[\]<>|~&#]/g

/** Plain words: no markup, no automatic link, and no mention of an account when it is posted as a comment. */
function escaped(text: string): string {
  return visible(text)
    .replace(special, one =>
      one === '<' ? '&lt;' : one === '>' ? '&gt;' : one === '&' ? '&amp;' : `\\${one}`,
    )
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
}

function partTable(heading: string, parts: readonly Part[], labels: Labels): string {
  if (parts.length === 0) return ''
  const rows = parts.map(part => `| ${pieceCell(part, labels)} | ${cell(meaning(part, labels))} |`)
  return [`### ${heading}`, '', `| ${labels.piece} | ${labels.meaning} |`, '| --- | --- |', ...rows].join(
    '\n',
  )
}

function meaning(part: Part, labels: Labels): string {
  const does = sentenceMarkdown(part.does.text)
  return part.why === undefined ? does : `${does} *${labels.why}: ${sentenceMarkdown(part.why.text)}*`
}

function pieceCell(part: Part, labels: Labels): string {
  const indent = '· '.repeat(part.depth)
  return cell(`${indent}${part.absent ? `*${escaped(labels.missing(part.nodeKind))}*` : code(part.text)}`)
}

/** In a table a bar ends the cell even inside code. */
function cell(markdown: string): string {
  return markdown.replace(/\\?\|/g, '\\|').replace(/\s*\n\s*/g, ' ')
}

function diagnosticLines(explanation: Explanation, labels: Labels): readonly string[] {
  return explanation.diagnostics.flatMap(({ message, hint, frame, repaired, code: id }) => [
    `- ${sentenceMarkdown(message)} (${code(id)})${hint === undefined ? '' : ` ${sentenceMarkdown(hint)}`}`,
    ...(frame === undefined ? [] : ['', ...fenced(frame), '']),
    ...(repaired === undefined ? [] : [`  ${labels.repaired}: ${code(repaired)}`]),
  ])
}

/** A code block whose text cannot end it. */
function fenced(text: string): readonly string[] {
  return text.split('\n').map(line => `      ${line}`)
}
