import { visible } from '../../../diagnostic/index.js'
import { withoutColour } from '../../colours.js'
import { renderProblems } from '../problems.js'
import type { Entry, Section } from './section.js'

/** GitHub takes 65,536 characters in a comment; the rest is left for what a workflow adds. */
const longestComment = 65_000
/** One resource must not push all others out. */
const longestBody = 6_000
const longestTitle = 200

/**
 * One comment for a pull or merge request. Its first line is hidden and the same for the same command, project and accounts,
 * so that a workflow can find the comment again and write it anew. Text of an account stands only inside code, where
 * neither markup nor a mention means anything.
 */
export function markdown(command: 'plan' | 'drift', sections: readonly Section[]): string {
  const accounts = sections.map(({ account }) => account).join(',')
  const marker = `<!-- dogma ${command} ${sections[0]?.project ?? ''} ${accounts} -->`
  const heads = sections.map(section => headOf(command, section))
  const room = longestComment - marker.length - heads.join('').length - noteLength * sections.length
  const bodies = shareRoom(sections, room)
  return `${[marker, ...heads.map((head, index) => `${head}${bodies[index] ?? ''}`)].join('\n')}\n`
}

const noteLength = 200

function headOf(command: string, { account, project, summary, problems }: Section): string {
  const warned = problems.length === 0 ? '' : `\n${codeBlock(plainProblems(problems), 'text', longestBody)}\n`
  return `### dogma ${command}: account ${code(account)}, project ${code(project)}\n\n**${escapeHtml(summary)}**\n${warned}`
}

function plainProblems(problems: Section['problems']): string {
  return renderProblems(problems, withoutColour).trimEnd()
}

/** Entries in full while there is room, then only their names, then their number. */
function shareRoom(sections: readonly Section[], room: number): string[] {
  let left = room
  return sections.map(({ entries }) => {
    const parts: string[] = []
    const cut = { bodies: 0, entries: 0 }
    for (const entry of entries) {
      const [full, short] = [detailsOf(entry), `\n- ${nameOf(entry)}\n`]
      const part = full.length <= left ? full : short.length <= left ? short : ''
      if (part === short) cut.bodies += 1
      if (part === '') cut.entries += 1
      left -= part.length
      parts.push(part)
    }
    return parts.join('') + noteOf(cut)
  })
}

function noteOf({ bodies, entries }: { readonly bodies: number; readonly entries: number }): string {
  if (bodies + entries === 0) return ''
  const notes = [
    ...(bodies > 0 ? [`${bodies} shown without details`] : []),
    ...(entries > 0 ? [`${entries} left out`] : []),
  ]
  return `\n_A comment holds 65,000 characters: ${notes.join(', ')}. The log of the job shows all of them._\n`
}

function detailsOf(entry: Entry): string {
  if (entry.lines.length === 0) return `\n- ${nameOf(entry)}\n`
  const body = codeBlock(entry.lines.join('\n'), 'diff', longestBody)
  return `\n<details><summary>${nameOf(entry)}</summary>\n\n${body}\n\n</details>\n`
}

function nameOf({ sign, address, title, origin, what }: Entry): string {
  const name = title === '' ? '' : ` ${code(title)}`
  const place = origin === undefined ? '' : ` · ${code(`${origin.file}:${origin.line}`)}`
  return `${code(sign)} ${code(address)}${name} ${what}${place}`
}

/** Inside `<code>` GitHub and GitLab look for neither markup, mentions, issue numbers nor emoji. */
function code(text: string): string {
  const short = text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1)}…`
  return `<code>${escapeHtml(wellFormed(visible(short)))}</code>`
}

/** In a list, outside of an HTML block, Markdown still reads what stands between tags; entities it leaves alone. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'`*_[\]()#@!|\\~$:]/g, character => `&#${character.charCodeAt(0)};`)
}

/** A block whose fence is longer than any run of backticks in it, so that nothing in it can end it. */
function codeBlock(text: string, language: string, longest: number): string {
  const shown = wellFormed(text.length <= longest ? text : `${text.slice(0, longest)}\n… (cut)`)
  const longestRun = Math.max(2, ...Array.from(shown.matchAll(/`+/g), match => match[0].length))
  const fence = '`'.repeat(longestRun + 1)
  return `${fence}${language}\n${shown}\n${fence}`
}

/** Half of a surrogate pair, as cutting a text may leave it, is refused by the APIs that take comments. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}
