import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain/index.js'
import { partAt, sourceInEditor } from '../../src/web/pieces.js'

const query = "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2) >= 1"
const explanation = explain(query, { lang: 'en' })

const pieceAt = (text: string) => {
  const index = partAt(explanation, 'query', query.indexOf(text))
  return index === undefined ? undefined : explanation.parts[index]!.text
}

describe('the piece at a place of the query', () => {
  it('is the innermost one', () => {
    expect(pieceAt('anomalies')).toBe('anomalies( … )')
    expect(pieceAt('container')).toBe('container.cpu.user')
    expect(pieceAt("'basic'")).toBe("'basic'")
    expect(pieceAt('last_4h')).toBe('avg(last_4h):')
  })

  it('is none between two pieces or in another text', () => {
    expect(partAt(explanation, 'query', query.indexOf(' >='))).toBeUndefined()
    expect(partAt(explanation, 'message', 0)).toBeUndefined()
  })

  it('belongs to the editor only where the editor holds that text', () => {
    expect(sourceInEditor(explanation)).toBe('query')
    const json = JSON.stringify({ type: 'query alert', query })
    expect(sourceInEditor(explain(json, { lang: 'en' }))).toBeUndefined()
  })
})
