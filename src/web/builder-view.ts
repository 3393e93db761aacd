import { builderExpression } from '../codegen/index.js'
import { copyText } from './copy.js'
import { element } from './elements.js'
import type { Reading } from './reading.js'
import type { Words } from './words/index.js'

/** The TypeScript that makes the query, with a button that copies it. */
export function showBuilder(parent: HTMLElement, reading: Reading, words: Words): void {
  const code = builderCode(reading)
  if (code === undefined) {
    const reason = isBroken(reading) ? 'codeUnread' : 'codeNone'
    parent.replaceChildren(element('p', { class: 'note' }, words(reason)))
    return
  }
  const copy = element('button', { type: 'button', class: 'quiet' }, words('copyCode'))
  const said = element('span', { class: 'said', role: 'status' })
  copy.addEventListener('click', async () => {
    said.textContent = words((await copyText(code)) ? 'codeCopied' : 'codeCopyFailed')
  })
  parent.replaceChildren(
    element('p', { class: 'help' }, words('codeHelp')),
    element('pre', { class: 'code', tabindex: 0, translate: 'no' }, element('code', {}, code)),
    element('div', { class: 'drawing-tools' }, copy, said),
  )
}

const isBroken = ({ diagnostics }: Reading) => diagnostics.some(({ severity }) => severity === 'error')

function builderCode(reading: Reading): string | undefined {
  const { text, explanation, monitor } = reading
  if (isBroken(reading)) return undefined
  if (monitor !== undefined) {
    const { type, query, options } = monitor
    return withImport(builderExpression(query, { type, ...(options === undefined ? {} : { options }) }))
  }
  return explanation.kind === 'metric-query' ? withImport(builderExpression(text)) : undefined
}

function withImport({ text, names }: { readonly text: string; readonly names: readonly string[] }): string {
  return names.length === 0 ? text : `import { ${names.join(', ')} } from 'dogma'\n\n${text}\n`
}
