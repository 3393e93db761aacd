import type { Clause, Match } from '../../clause.js'
import type { Say } from '../say.js'

/**
 * Japanese joins conditions by changing the end of the first one, so each leaf has two forms: `mid` goes on (`…で、`),
 * `end` stands before a noun (`…であるソース`).
 */
type Form = 'mid' | 'end'

const matches: Record<Match, Record<Form, readonly [string, string]>> = {
  exact: { mid: ['で', 'ではなく'], end: ['である', 'ではない'] },
  prefix: { mid: ['で始まり', 'で始まらず'], end: ['で始まる', 'で始まらない'] },
  suffix: { mid: ['で終わり', 'で終わらず'], end: ['で終わる', 'で終わらない'] },
  contains: { mid: ['を含み', 'を含まず'], end: ['を含む', 'を含まない'] },
  pattern: {
    mid: ['のパターンに一致し', 'のパターンに一致せず'],
    end: ['のパターンに一致する', 'のパターンに一致しない'],
  },
}
/** A tag is attached, an attribute is there. */
const presence: Record<'tag' | 'attribute', Record<Form, readonly [string, string]>> = {
  tag: { mid: ['が付いていて', 'が付いておらず'], end: ['が付いている', 'が付いていない'] },
  attribute: { mid: ['が存在し', 'が存在せず'], end: ['が存在する', 'が存在しない'] },
}
const wordMatches: Record<Match, string> = {
  exact: ' という語',
  prefix: ' で始まる語',
  suffix: ' で終わる語',
  contains: ' を含む語',
  pattern: ' のような語',
}
const limits: Readonly<Record<string, Record<Form, readonly [string, string]>>> = {
  '>': { mid: ['より大きく', 'より大きくはなく'], end: ['より大きい', 'より大きくはない'] },
  '>=': { mid: ['以上で', '以上ではなく'], end: ['以上である', '以上ではない'] },
  '<': { mid: ['より小さく', 'より小さくはなく'], end: ['より小さい', 'より小さくはない'] },
  '<=': { mid: ['以下で', '以下ではなく'], end: ['以下である', '以下ではない'] },
}

/** A condition that stands before a noun: `env` が `prod` で、`status` が `ok` ではない. */
export function clauseWords(clause: Clause, say: Say, form: Form = 'end'): string {
  const c = say.code
  switch (clause.is) {
    case 'all':
      return form === 'mid' ? '条件がなく' : '条件がない'
    case 'match':
      if (clause.value === '') return ending(`${c(clause.field)} が空`, clause.negated, form)
      return `${c(clause.field)} が ${c(clause.value)} ${matches[clause.how][form][clause.negated ? 1 : 0]}`
    case 'one-of':
      if (clause.values.length === 1)
        return `${c(clause.field)} が ${c(clause.values[0]!)} ${matches.exact[form][clause.negated ? 1 : 0]}`
      return clause.negated
        ? `${c(clause.field)} が ${list(clause.values, say)} のどれでも${form === 'mid' ? 'なく' : 'ない'}`
        : `${c(clause.field)} が ${list(clause.values, say)} のいずれか${form === 'mid' ? 'で' : 'である'}`
    case 'present':
      return `${c(clause.field)} ${presence[clause.field.startsWith('@') ? 'attribute' : 'tag'][form][clause.negated ? 1 : 0]}`
    case 'tag':
      return tagWords(clause, say, form)
    case 'tags':
      return `タグ ${list(clause.values, say)} が${form === 'mid' ? '付いていて' : '付いている'}`
    case 'between':
      return betweenWords(clause, say, form)
    case 'compare':
      return `${clause.field === undefined ? '値' : `${c(clause.field)} `}が ${c(clause.value)} ${limits[clause.comparator]![form][clause.negated ? 1 : 0]}`
    case 'word':
      return clause.unplaced === true
        ? `${c(clause.text)}${wordMatches[clause.how]}の検索${hits(clause.negated, form)}`
        : `${place(clause.everywhere)} ${c(clause.text)}${wordMatches[clause.how]}${contains(clause.negated, form)}`
    case 'phrase':
      return clause.unplaced === true
        ? `${c(clause.text)} というフレーズの検索${hits(clause.negated, form)}`
        : `${place(clause.everywhere)} ${c(clause.text)} というフレーズ${contains(clause.negated, form)}`
    case 'variable':
      return variableWords(clause, say, form)
    case 'network':
      return `${c(clause.field)} がネットワーク ${list(clause.blocks, say)} ${clause.blocks.length === 1 ? '' : clause.negated ? 'のどれでもない範囲' : 'のいずれか'}${clause.negated && clause.blocks.length > 1 ? 'に' : clause.negated ? 'の外に' : 'の中に'}${form === 'mid' ? 'あり' : 'ある'}`
    case 'and':
    case 'or':
      return joined(clause, say, form)
    case 'not':
      return clause.operand.is === 'all'
        ? `何にも一致し${form === 'mid' ? 'なく' : 'ない'}`
        : `「${clauseWords(clause.operand, say)}」に当てはまら${form === 'mid' ? 'ず' : 'ない'}`
    case 'opaque':
      return `${c(clause.text)}(ドキュメントにない書き方で、そのまま Datadog に渡されます)${clause.negated ? 'に当てはまら' : 'に当てはま'}${opaqueEnding(clause.negated, form)}`
  }
}

function opaqueEnding(negated: boolean, form: Form): string {
  if (negated) return form === 'mid' ? 'ず' : 'ない'
  return form === 'mid' ? 'り' : 'る'
}

function ending(subject: string, negated: boolean, form: Form): string {
  if (negated) return `${subject}では${form === 'mid' ? 'なく' : 'ない'}`
  return `${subject}で${form === 'mid' ? '' : 'ある'}`
}

const place = (everywhere: boolean) => (everywhere ? 'いずれかの属性に' : '本文に')

function contains(negated: boolean, form: Form): string {
  if (negated) return form === 'mid' ? 'を含まず' : 'を含まない'
  return form === 'mid' ? 'を含み' : 'を含む'
}

function hits(negated: boolean, form: Form): string {
  if (negated) return form === 'mid' ? 'に一致せず' : 'に一致しない'
  return form === 'mid' ? 'に一致し' : 'に一致する'
}

function list(values: readonly string[], say: Say): string {
  return say.codes(values).join('、')
}

function tagWords(clause: Extract<Clause, { is: 'tag' }>, say: Say, form: Form): string {
  const tag =
    clause.how === 'exact'
      ? `タグ ${say.code(clause.value)} `
      : `${say.code(clause.value)} ${matches[clause.how].end[0]}タグ`
  if (clause.negated) return `${tag}が${form === 'mid' ? '付いておらず' : '付いていない'}`
  return `${tag}が${form === 'mid' ? '付いていて' : '付いている'}`
}

function betweenWords(clause: Extract<Clause, { is: 'between' }>, say: Say, form: Form): string {
  const field = clause.field === undefined ? '値' : `${say.code(clause.field)} `
  const edges =
    clause.lowerInclusive && clause.upperInclusive
      ? '両端を含む'
      : clause.lowerInclusive || clause.upperInclusive
        ? clause.lowerInclusive
          ? '下限を含み、上限は含まない'
          : '下限は含まず、上限を含む'
        : '両端を含まない'
  const range = `${field}が ${say.code(clause.lower)} から ${say.code(clause.upper)} まで(${edges})`
  return clause.negated ? `${range}の範囲に${form === 'mid' ? 'なく' : 'ない'}` : ending(range, false, form)
}

function variableWords(clause: Extract<Clause, { is: 'variable' }>, say: Say, form: Form): string {
  const variables = `ダッシュボード変数 ${list(
    clause.names.map(name => `$${name}`),
    say,
  )} `
  if (clause.key !== undefined)
    return ending(`${say.code(clause.key)} が${variables}の値`, clause.negated, form)
  if (clause.negated) return `${variables}に一致${form === 'mid' ? 'せず' : 'しない'}`
  return `${variables}に一致${form === 'mid' ? 'し' : 'する'}`
}

function joined(clause: Extract<Clause, { is: 'and' | 'or' }>, say: Say, form: Form): string {
  const last = clause.operands.length - 1
  const words = clause.operands.map((operand, index) => {
    const mixed = (operand.is === 'and' || operand.is === 'or') && operand.is !== clause.is
    if (clause.is === 'or')
      return index === last && form === 'mid'
        ? inside(operand, mixed, say, 'mid')
        : inside(operand, mixed, say, 'end')
    return inside(operand, mixed, say, index === last ? form : 'mid')
  })
  return clause.is === 'or'
    ? words.reduce((all, word) => `${all}か、または${word.startsWith('`') ? ' ' : ''}${word}`)
    : words.join('、')
}

function inside(clause: Clause, bracketed: boolean, say: Say, form: Form): string {
  if (!bracketed) return clauseWords(clause, say, form)
  return `「${clauseWords(clause, say)}」に当てはま${form === 'mid' ? 'り' : 'る'}`
}

/** `すべてのソース`, `…であるソース`. */
export function sourcesWords(clause: Clause, say: Say): string {
  return clause.is === 'all' ? 'すべてのソース' : `${clauseWords(clause, say)}ソース`
}
