import { visible } from '../../diagnostic/index.js'
import type { Explanation, Part, Sentence, Source } from '../explanation.js'
import { runsOf } from './inline.js'
import { type Labels, labelsIn } from './labels.js'

/** The explanation as an HTML fragment; every text is escaped, and each part says which piece of which text it is about. */
export function renderHtml(explanation: Explanation): string {
  const labels = labelsIn(explanation.lang)
  const { lang, kind, summary, basics, sources, parts, timeline, options, cautions, changes } = explanation
  const blocks = [
    section('summary', labels.summary, `<p data-code="${summary.code}">${inline(summary.text)}</p>`),
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
    : `<section class="explanation-${name}">\n<h2>${escaped(heading)}</h2>\n${body}\n</section>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, one => entities[one]!)
}

function inline(sentence: string): string {
  return runsOf(sentence)
    .map(run => (run.code ? `<code>${escaped(run.text)}</code>` : escaped(run.text)))
    .join('')
}

function list(sentences: readonly Sentence[]): string {
  if (sentences.length === 0) return ''
  return `<ul>\n${sentences.map(one => `<li data-code="${one.code}">${inline(one.text)}</li>`).join('\n')}\n</ul>`
}

function partSection(source: Source, parts: readonly Part[], labels: Labels): string {
  const rows = parts.filter(part => part.source === source.id).map(part => partRow(part, labels))
  if (rows.length === 0) return ''
  const head = `<thead><tr><th scope="col">${escaped(labels.piece)}</th><th scope="col">${escaped(labels.meaning)}</th></tr></thead>`
  const body = `<table data-source="${escaped(source.id)}">\n${head}\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
  return section('parts', source.label.text, body)
}

function partRow(part: Part, labels: Labels): string {
  const place = `data-source="${escaped(part.source)}" data-start="${part.span.start}" data-end="${part.span.end}"`
  const kind = `data-code="${part.does.code}" data-kind="${escaped(part.nodeKind)}" data-depth="${part.depth}"`
  const piece = part.absent
    ? `<em>${escaped(labels.missing(part.nodeKind))}</em>`
    : `<code>${escaped(part.text)}</code>`
  const why = part.why === undefined ? '' : ` <small>${escaped(labels.why)}: ${inline(part.why.text)}</small>`
  return `<tr ${place} ${kind}><th scope="row">${piece}</th><td>${inline(part.does.text)}${why}</td></tr>`
}

function optionItems(options: Explanation['options']): string {
  if (options.length === 0) return ''
  const items = options.map(
    ({ name, setting, means }) =>
      `<dt><code>${escaped(name)}: ${escaped(setting)}</code></dt>\n<dd data-code="${means.code}">${inline(means.text)}</dd>`,
  )
  return `<dl>\n${items.join('\n')}\n</dl>`
}

function cautionItems(cautions: Explanation['cautions']): string {
  if (cautions.length === 0) return ''
  const items = cautions.map(
    ({ code, severity, says }) =>
      `<li class="${severity}" data-rule="${escaped(code)}" data-code="${says.code}">${inline(says.text)} <small><code>${escaped(code)}</code></small></li>`,
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
          : ` data-source="${escaped(source)}" data-start="${span.start}" data-end="${span.end}"`
      const shown = frame === undefined ? '' : `\n<pre>${frame.split('\n').map(escaped).join('\n')}</pre>`
      const fix =
        repaired === undefined
          ? ''
          : `\n<p>${escaped(labels.repaired)}: <code>${escaped(repaired)}</code></p>`
      return `<li class="${severity}" data-code="${escaped(code)}"${place}>${inline(message)}${hint === undefined ? '' : ` ${inline(hint)}`}${shown}${fix}</li>`
    },
  )
  return `<ul>\n${items.join('\n')}\n</ul>`
}
