import { visible } from '../../diagnostic/index.js'
import type { Explanation, Part, Sentence, Source } from '../explanation.js'
import { runsOf } from './inline.js'
import { type Labels, labelsIn } from './labels.js'
import { onOneLine } from './one-line.js'

/** The explanation as an HTML fragment; every text is escaped, and each part says which piece of which text it is about. */
export function renderHtml(explanation: Explanation): string {
  const labels = labelsIn(explanation.lang)
  const { lang, kind, summary, basics, sources, parts, timeline, options, cautions, changes } = explanation
  const blocks = [
    section('summary', labels.summary, `<p data-code="${summary.code}">${inlineHtml(summary.text)}</p>`),
    section('diagnostics', labels.diagnostics, diagnosticItems(explanation, labels)),
    section('basics', labels.basics, list(basics)),
    ...sources.map(source => partSection(source, parts, labels)),
    section('timeline', kind === 'slo' ? labels.measured : labels.timeline, list(timeline)),
    section('options', labels.options, optionItems(options)),
    section('cautions', labels.cautions, cautionItems(cautions)),
    section('changes', labels.changes, list(changes)),
  ]
  return `<article class="explanation" lang="${lang}" data-kind="${kind}">\n${blocks.filter(block => block !== '').join('\n')}\n</article>\n`
}

function section(name: string, heading: string, body: string): string {
  return body === ''
    ? ''
    : `<section class="explanation-${name}">\n<h2>${escapedHtml(heading)}</h2>\n${body}\n</section>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that cannot become markup. */
export function escapedHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, one => entities[one]!)
}

/** A sentence with its inline code. */
export function inlineHtml(sentence: string): string {
  return runsOf(sentence)
    .map(run => (run.code ? `<code>${escapedHtml(run.text)}</code>` : escapedHtml(run.text)))
    .join('')
}

function list(sentences: readonly Sentence[]): string {
  if (sentences.length === 0) return ''
  return `<ul>\n${sentences.map(one => `<li data-code="${one.code}">${inlineHtml(one.text)}</li>`).join('\n')}\n</ul>`
}

function partSection(source: Source, parts: readonly Part[], labels: Labels): string {
  const rows = parts.filter(part => part.source === source.id).map(part => partRow(part, labels))
  if (rows.length === 0) return ''
  const head = `<thead><tr><th scope="col">${escapedHtml(labels.piece)}</th><th scope="col">${escapedHtml(labels.meaning)}</th></tr></thead>`
  const body = `<table data-source="${escapedHtml(source.id)}">\n${head}\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
  return section('parts', source.label.text, body)
}

function partRow(part: Part, labels: Labels): string {
  const place = `data-source="${escapedHtml(part.source)}" data-start="${part.span.start}" data-end="${part.span.end}"`
  const kind = `data-code="${part.does.code}" data-kind="${escapedHtml(part.nodeKind)}" data-depth="${part.depth}"`
  const piece = part.absent
    ? `<em>${escapedHtml(labels.missing(part.nodeKind))}</em>`
    : `<code>${escapedHtml(onOneLine(part.text))}</code>`
  const why =
    part.why === undefined ? '' : ` <small>${escapedHtml(labels.why)}: ${inlineHtml(part.why.text)}</small>`
  return `<tr ${place} ${kind}><th scope="row">${piece}</th><td>${inlineHtml(part.does.text)}${why}</td></tr>`
}

function optionItems(options: Explanation['options']): string {
  if (options.length === 0) return ''
  const items = options.map(
    ({ name, setting, means }) =>
      `<dt><code>${escapedHtml(name)}: ${escapedHtml(setting)}</code></dt>\n<dd data-code="${means.code}">${inlineHtml(means.text)}</dd>`,
  )
  return `<dl>\n${items.join('\n')}\n</dl>`
}

function cautionItems(cautions: Explanation['cautions']): string {
  if (cautions.length === 0) return ''
  const items = cautions.map(
    ({ code, severity, says }) =>
      `<li class="${severity}" data-rule="${escapedHtml(code)}" data-code="${says.code}">${inlineHtml(says.text)} <small><code>${escapedHtml(code)}</code></small></li>`,
  )
  return `<ul>\n${items.join('\n')}\n</ul>`
}

function diagnosticItems(explanation: Explanation, labels: Labels): string {
  if (explanation.diagnostics.length === 0) return ''
  const items = explanation.diagnostics.map(
    ({ code, severity, source, message, hint, frame, span, repaired }) => {
      const place =
        span === undefined
          ? ''
          : ` data-source="${escapedHtml(source)}" data-start="${span.start}" data-end="${span.end}"`
      const shown = frame === undefined ? '' : `\n<pre>${frame.split('\n').map(escapedHtml).join('\n')}</pre>`
      const fix =
        repaired === undefined
          ? ''
          : `\n<p>${escapedHtml(labels.repaired)}: <code>${escapedHtml(onOneLine(repaired))}</code></p>`
      return `<li class="${severity}" data-code="${escapedHtml(code)}"${place}>${inlineHtml(message)}${hint === undefined ? '' : ` ${inlineHtml(hint)}`}${shown}${fix}</li>`
    },
  )
  return `<ul>\n${items.join('\n')}\n</ul>`
}
