import { visible } from '../../diagnostic/index.js'
import type { Explanation, Part, Source } from '../explanation.js'
import { type Labels, labelsIn } from './labels.js'
import { changedLines, onOneLine } from './one-line.js'
import { widthOf } from './width.js'
import { wrap } from './wrap.js'

/** Puts colour on text; injected by whoever knows the terminal. Each gets text without any control character. */
export interface Colour {
  readonly heading: (text: string) => string
  readonly code: (text: string) => string
  readonly dim: (text: string) => string
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
}

const same = (text: string) => text
export const noColour: Colour = { heading: same, code: same, dim: same, error: same, warning: same }

interface Page {
  readonly width: number
  readonly colour: Colour
  readonly labels: Labels
}

/** The explanation for a terminal or a plain file, at most `width` columns wide. */
export function renderText(explanation: Explanation, width: number, colour: Colour): string {
  const page = { width: Math.max(40, width), colour, labels: labelsIn(explanation.lang) }
  const { summary, basics, sources, parts, timeline, options, cautions, changes } = explanation
  const blocks = [
    block(page, page.labels.summary, wrapped(summary.text, page, '  ')),
    ...diagnosticBlocks(explanation, page),
    block(
      page,
      page.labels.basics,
      bullets(
        basics.map(one => one.text),
        page,
      ),
    ),
    ...sources.map(source => block(page, visible(plain(source.label.text)), partLines(source, parts, page))),
    block(
      page,
      explanation.kind === 'slo' ? page.labels.measured : page.labels.timeline,
      bullets(
        timeline.map(one => one.text),
        page,
      ),
    ),
    block(
      page,
      page.labels.options,
      table(
        options.map(one => ({
          depth: 0,
          piece: `${one.name.replace(/^options\./, '')}: ${one.setting}`,
          text: one.means.text,
        })),
        page,
      ),
    ),
    block(
      page,
      page.labels.cautions,
      cautions.flatMap(one => cautionLines(one.severity, one.says.text, one.code, page)),
    ),
    block(
      page,
      page.labels.changes,
      bullets(
        changes.map(one => one.text),
        page,
      ),
    ),
  ]
  return `${blocks.filter(text => text !== '').join('\n\n')}\n`
}

function block(page: Page, heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [page.colour.heading(heading), ...lines].join('\n')
}

/** A label holds no code of its own. */
function plain(text: string): string {
  return text.replaceAll('`', '')
}

function wrapped(text: string, page: Page, indent: string): readonly string[] {
  return wrap(text, page.width - widthOf(indent), page.colour.code).map(line => indent + line)
}

function bullets(texts: readonly string[], page: Page): readonly string[] {
  return texts.flatMap(text =>
    wrapped(text, page, '    ').map((line, index) => (index === 0 ? `  • ${line.slice(4)}` : line)),
  )
}

function cautionLines(
  severity: 'error' | 'warning' | 'info',
  text: string,
  code: string,
  page: Page,
): readonly string[] {
  const mark =
    severity === 'error' ? page.colour.error('✖') : severity === 'warning' ? page.colour.warning('⚠') : '•'
  const lines = wrapped(text, page, '    ').map((line, index) =>
    index === 0 ? `  ${mark} ${line.slice(4)}` : line,
  )
  return [...lines, `    ${page.colour.dim(`(${code})`)}`]
}

interface Row {
  readonly depth: number
  readonly piece: string
  readonly text: string
  readonly why?: string
}

function partLines(source: Source, parts: readonly Part[], page: Page): readonly string[] {
  const rows = parts.filter(part => part.source === source.id).map(part => partRow(part, page))
  if (rows.length === 0) return []
  const shown =
    source.text === '' || source.id === 'message'
      ? []
      : [
          ...wrapped(`\`${visible(onOneLine(source.text))}\``, page, '  ').map(line =>
            line.replaceAll('`', ''),
          ),
          '',
        ]
  return [...shown, ...table(rows, page)]
}

function partRow(part: Part, page: Page): Row {
  const piece = part.absent ? page.labels.missing(part.nodeKind) : part.text
  const row = { depth: part.depth, piece, text: part.does.text }
  return part.why === undefined ? row : { ...row, why: `${page.labels.why}: ${part.why.text}` }
}

/** The widest a piece may be before it gets a line of its own. */
const widestPiece = 34

function table(rows: readonly Row[], page: Page): readonly string[] {
  const limit = Math.min(widestPiece, Math.floor(page.width * 0.4))
  const labels = rows.map(row => `${'  '.repeat(Math.min(row.depth, 4) + 1)}${visible(onOneLine(row.piece))}`)
  const column = Math.max(8, ...labels.map(widthOf).filter(width => width <= limit)) + 2
  return rows.flatMap((row, index) => rowLines(row, labels[index]!, column, page))
}

function rowLines(row: Row, label: string, column: number, page: Page): readonly string[] {
  const indent = ' '.repeat(column)
  const lines = [
    ...wrapped(row.text, page, indent),
    ...(row.why === undefined ? [] : wrapped(row.why, page, indent).map(page.colour.dim)),
  ]
  const painted =
    label.trimStart() === ''
      ? label
      : `${label.slice(0, label.length - label.trimStart().length)}${page.colour.code(label.trimStart())}`
  const width = widthOf(label)
  if (width > column - 2) return [painted, ...lines]
  const [first = '', ...rest] = lines
  return [`${painted}${' '.repeat(column - width)}${first.slice(column)}`, ...rest]
}

function diagnosticBlocks(explanation: Explanation, page: Page): readonly string[] {
  const lines = explanation.diagnostics.flatMap(
    ({ source, severity, message, hint, frame, repaired, code }) => {
      const before = explanation.sources.find(({ id }) => id === source)?.text ?? explanation.text
      const mark = severity === 'error' ? page.colour.error('✖') : page.colour.warning('⚠')
      return [
        ...wrapped(visible(message), page, '    ').map((line, index) =>
          index === 0 ? `  ${mark} ${line.slice(4)}` : line,
        ),
        `    ${page.colour.dim(`(${code})`)}`,
        ...(frame === undefined ? [] : frame.split('\n').map(line => `    ${line}`)),
        ...(hint === undefined ? [] : wrapped(visible(hint), page, '    ')),
        ...(repaired === undefined
          ? []
          : changedLines(before, repaired).map(line => `    ${page.labels.repaired}: ${visible(line)}`)),
      ]
    },
  )
  return lines.length === 0 ? [] : [block(page, page.labels.diagnostics, lines)]
}
