import type { Clause, Match } from '../../clause.js'
import type { Say } from '../say.js'
import { comparedTo } from './measure.js'

const matches: Record<Match, readonly [string, string]> = {
  exact: ['is', 'is not'],
  prefix: ['starts with', 'does not start with'],
  suffix: ['ends with', 'does not end with'],
  contains: ['contains', 'does not contain'],
  pattern: ['matches the pattern', 'does not match the pattern'],
}
const wordMatches: Record<Match, string> = {
  exact: 'the word',
  prefix: 'a word that starts with',
  suffix: 'a word that ends with',
  contains: 'a word that contains',
  pattern: 'a word like',
}

/** A condition as a clause: `env` is `prod` and `status` is not `ok`. */
export function clauseWords(clause: Clause, say: Say): string {
  const c = say.code
  switch (clause.is) {
    case 'all':
      return 'there is no condition'
    case 'match':
      return clause.value === ''
        ? `${c(clause.field)} is ${clause.negated ? 'not ' : ''}empty`
        : `${c(clause.field)} ${matches[clause.how][clause.negated ? 1 : 0]} ${c(clause.value)}`
    case 'one-of':
      return clause.negated
        ? `${c(clause.field)} is ${clause.values.length === 1 ? 'not' : 'none of'} ${say.and(say.codes(clause.values))}`
        : `${c(clause.field)} is ${say.or(say.codes(clause.values))}`
    case 'present':
      return clause.negated ? `${c(clause.field)} is not set` : `${c(clause.field)} is set, to any value`
    case 'tag':
      return clause.how === 'exact'
        ? `the tag ${c(clause.value)} is ${clause.negated ? 'not ' : ''}set`
        : `${clause.negated ? 'no' : 'a'} tag ${matches[clause.how][0]} ${c(clause.value)}`
    case 'tags':
      return `the tags ${say.and(say.codes(clause.values))} are set`
    case 'between':
      return betweenWords(clause, say)
    case 'compare':
      return `${clause.field === undefined ? 'the value' : c(clause.field)} is ${clause.negated ? 'not ' : ''}${comparedTo(clause.comparator, c(clause.value))}`
    case 'word':
      return clause.unplaced === true
        ? `${clause.negated ? 'no' : 'a'} search for ${wordMatches[clause.how]} ${c(clause.text)} matches`
        : `${place(clause.everywhere)} ${contains(clause.negated)} ${wordMatches[clause.how]} ${c(clause.text)}`
    case 'phrase':
      return clause.unplaced === true
        ? `${clause.negated ? 'no' : 'a'} search for exactly ${c(clause.text)} matches`
        : `${place(clause.everywhere)} ${contains(clause.negated)} exactly ${c(clause.text)}`
    case 'variable':
      return variableWords(clause, say)
    case 'network':
      return clause.negated
        ? `${c(clause.field)} lies outside the ${clause.blocks.length === 1 ? 'network' : 'networks'} ${say.and(say.codes(clause.blocks))}`
        : `${c(clause.field)} lies in ${clause.blocks.length === 1 ? 'the network' : 'one of the networks'} ${say.or(say.codes(clause.blocks))}`
    case 'and':
    case 'or':
      return (clause.is === 'and' ? say.and : say.or)(
        clause.operands.map(operand => inside(operand, clause.is, say)),
      )
    case 'not':
      return clause.operand.is === 'all'
        ? 'nothing matches'
        : `it is not so that ${group(clause.operand, say)}`
    case 'opaque':
      return `${clause.negated ? 'not ' : ''}${c(clause.text)} (passed to Datadog as written; the documentation does not describe this form)`
  }
}

const place = (everywhere: boolean) => (everywhere ? 'any attribute' : 'the text')
const contains = (negated: boolean) => (negated ? 'does not contain' : 'contains')

function betweenWords(clause: Extract<Clause, { is: 'between' }>, say: Say): string {
  const field = clause.field === undefined ? 'the value' : say.code(clause.field)
  const is = clause.negated ? 'is not' : 'is'
  const edges =
    clause.lowerInclusive && clause.upperInclusive
      ? 'both included'
      : clause.lowerInclusive || clause.upperInclusive
        ? `only the ${clause.lowerInclusive ? 'lower' : 'upper'} end included`
        : 'both ends excluded'
  return `${field} ${is} between ${say.code(clause.lower)} and ${say.code(clause.upper)} (${edges})`
}

function variableWords(clause: Extract<Clause, { is: 'variable' }>, say: Say): string {
  const variables = say.and(say.codes(clause.names.map(name => `$${name}`)))
  const not = clause.negated ? 'not ' : ''
  if (clause.key !== undefined) {
    return `${say.code(clause.key)} is ${not}the value of the dashboard variable ${variables}`
  }
  if (clause.names.length > 1) return `the dashboard variables ${variables} match`
  return `the dashboard variable ${variables} ${clause.negated ? 'does not match' : 'matches'}`
}

/** Inside an `and`, an `or` needs brackets, and the other way round. */
function inside(clause: Clause, outer: 'and' | 'or', say: Say): string {
  const mixed = (clause.is === 'and' || clause.is === 'or') && clause.is !== outer
  return mixed ? group(clause, say) : clauseWords(clause, say)
}

function group(clause: Clause, say: Say): string {
  return clause.is === 'and' || clause.is === 'or'
    ? `(${clauseWords(clause, say)})`
    : clauseWords(clause, say)
}

/** `all sources`, `the sources where …`. */
export function sourcesWords(clause: Clause, say: Say): string {
  return clause.is === 'all' ? 'all sources' : `the sources where ${clauseWords(clause, say)}`
}
