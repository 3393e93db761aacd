import type { Span } from '../diagnostic/index.js'
import type { Explanation, Part } from '../explain/index.js'

/** The innermost written part of a source at an offset, with its place in the list of parts. */
export function partAt(explanation: Explanation, source: string, offset: number): number | undefined {
  let found: number | undefined
  explanation.parts.forEach((part, index) => {
    if (part.source !== source || part.absent || !holds(part.span, offset)) return
    const inner = found === undefined ? undefined : explanation.parts[found]
    if (inner === undefined || lengthOf(part) <= lengthOf(inner)) found = index
  })
  return found
}

const holds = ({ start, end }: Span, offset: number) => start <= offset && offset < end

const lengthOf = ({ span }: Part) => span.end - span.start

/** The source that is the text in the editor itself, if there is one: a query is, the query inside a JSON is not. */
export function sourceInEditor({ sources, text }: Explanation): string | undefined {
  return sources.find(source => source.text === text)?.id
}
