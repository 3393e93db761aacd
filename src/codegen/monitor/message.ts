import {
  arrowOf,
  type Code,
  type CodeArgument,
  callOf,
  jsonLiteral,
  keepsIndentation,
  nameOf,
  templateChunk,
} from '../code/index.js'

/** Blocks that have a builder of their own. */
const states: Readonly<Record<string, string>> = {
  is_alert: 'alert',
  is_warning: 'warning',
  is_recovery: 'recovery',
  is_no_data: 'noData',
  is_unknown: 'unknown',
  is_renotify: 'renotify',
  is_alert_recovery: 'alertRecovery',
  is_warning_recovery: 'warningRecovery',
  is_no_data_recovery: 'noDataRecovery',
  is_alert_to_warning: 'alertToWarning',
}

/** Variables that have a builder of their own. */
const variables: Readonly<Record<string, string>> = {
  value: 'value',
  threshold: 'threshold',
  warn_threshold: 'warnThreshold',
  comparator: 'comparator',
  first_triggered_at: 'firstTriggeredAt',
  last_triggered_at: 'lastTriggeredAt',
}

interface Section {
  readonly tag: string
  readonly body: string
}

/**
 * The code of a message: a plain string where it is one line, else its sections as template literals. `keys` are the tag
 * keys that the query groups by, which the message may name.
 */
export function messageCode(written: string, keys: ReadonlySet<string>): CodeArgument {
  // The account cuts what is blank at the end.
  const text = written.trimEnd()
  const sections = sectionsOf(text)
  const isPlain = sections.length === 1 && sections[0]!.tag === 'text' && !text.includes('\n')
  if (isPlain || !sections.every(({ body }) => keepsIndentation(body))) return text
  const used = new Set<string>()
  const templates = sections.map(section =>
    section === emptyLine ? jsonLiteral('') : template(section, keys, used),
  )
  const parameter = `({ ${[...used].sort().join(', ')} })`
  const list: Code = { kind: 'list', items: templates, isExpanded: true }
  return callOf('message', arrowOf(parameter, list))
}

const opening = /^\{\{#(\w+)\}\}$/

/** The text as blocks that stand on lines of their own, and what is between them. */
function sectionsOf(text: string): readonly Section[] {
  const lines = text.split('\n')
  const sections: Section[] = []
  let between: string[] = []
  const flush = () => {
    sections.push(...textSections(between))
    between = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const block = blockFrom(lines, at)
    if (block === undefined) {
      between.push(lines[at]!)
      continue
    }
    flush()
    sections.push(block.section)
    at = block.end
  }
  flush()
  return sections
}

/** Empty lines before and after text stand between the sections, where they read as what they are. */
function textSections(lines: readonly string[]): readonly Section[] {
  const first = lines.findIndex(line => line !== '')
  if (first === -1) return lines.map(() => emptyLine)
  const last = lines.findLastIndex(line => line !== '')
  return [
    ...lines.slice(0, first).map(() => emptyLine),
    { tag: 'text', body: lines.slice(first, last + 1).join('\n') },
    ...lines.slice(last + 1).map(() => emptyLine),
  ]
}

const emptyLine: Section = { tag: 'text', body: '' }

function blockFrom(
  lines: readonly string[],
  start: number,
): { readonly section: Section; readonly end: number } | undefined {
  const name = opening.exec(lines[start]!)?.[1] ?? ''
  const tag = Object.hasOwn(states, name) ? states[name] : undefined
  const end = tag === undefined ? -1 : lines.indexOf(`{{/${name}}}`, start + 1)
  if (tag === undefined || end <= start + 1) return undefined
  const body = lines.slice(start + 1, end).join('\n')
  return body.includes(`{{#${name}}}`) ? undefined : { section: { tag, body }, end }
}

const variable = /\{\{\s?(\[[^\]{}]+\]|[\w-]+)(\.name)?\s?\}\}/g

/** `{{value}}` and `{{host.name}}` become holes, all other template language stays as text. */
function template({ tag, body }: Section, keys: ReadonlySet<string>, used: Set<string>): Code {
  used.add(tag)
  const pieces: (string | Code)[] = []
  let at = 0
  for (const match of body.matchAll(variable)) {
    const hole = holeOf(match, keys, used)
    // A third brace before or after makes it another kind of variable.
    if (hole === undefined || body[match.index - 1] === '{' || body[match.index + match[0].length] === '}')
      continue
    pieces.push(templateChunk(body.slice(at, match.index)), hole)
    at = match.index + match[0].length
  }
  pieces.push(templateChunk(body.slice(at)))
  return { kind: 'template', tag, pieces: pieces.filter(piece => piece !== '') }
}

function holeOf(match: RegExpExecArray, keys: ReadonlySet<string>, used: Set<string>): Code | undefined {
  const [whole, path = '', name] = match
  if (name === undefined) {
    const builder = Object.hasOwn(variables, path) ? variables[path] : undefined
    if (builder === undefined || whole !== `{{${path}}}`) return undefined
    used.add(builder)
    return nameOf(builder)
  }
  const key = path.replace(/^\[(.*)\]$/, '$1')
  const asWritten = key.includes('.') ? `{{[${key}].name}}` : `{{${key}.name}}`
  if (!keys.has(key) || whole !== asWritten || /[{}"'\s]/.test(key)) return undefined
  used.add('tag')
  return { kind: 'call', target: nameOf('tag'), args: [jsonLiteral(key)] }
}
