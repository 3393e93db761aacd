/** How a value with wildcards is compared. */
export type Match = 'exact' | 'prefix' | 'suffix' | 'contains' | 'pattern'

/**
 * A condition on tags or attributes, from a scope `{…}` or an event search: one small language of conditions, so that both are
 * put into words by the same table. `negated` belongs to the leaf; `not` is for whole groups.
 */
export type Clause =
  | { readonly is: 'all' }
  | {
      readonly is: 'match'
      readonly field: string
      readonly value: string
      readonly how: Match
      readonly negated: boolean
    }
  | {
      readonly is: 'one-of'
      readonly field: string
      readonly values: readonly string[]
      readonly negated: boolean
    }
  | { readonly is: 'present'; readonly field: string; readonly negated: boolean }
  | { readonly is: 'tag'; readonly value: string; readonly how: Match; readonly negated: boolean }
  | { readonly is: 'tags'; readonly values: readonly string[] }
  | {
      readonly is: 'between'
      readonly field?: string
      readonly lower: string
      readonly upper: string
      readonly lowerInclusive: boolean
      readonly upperInclusive: boolean
      readonly negated: boolean
    }
  | {
      readonly is: 'compare'
      readonly field?: string
      readonly comparator: '>' | '>=' | '<' | '<='
      readonly value: string
      readonly negated: boolean
    }
  | {
      readonly is: 'word'
      readonly text: string
      readonly how: Match
      /** `*:text`: every attribute is searched. */
      readonly everywhere: boolean
      /** True where the documentation does not say which text is searched. */
      readonly unplaced?: boolean
      readonly negated: boolean
    }
  | {
      readonly is: 'phrase'
      readonly text: string
      readonly everywhere: boolean
      readonly unplaced?: boolean
      readonly negated: boolean
    }
  | {
      readonly is: 'variable'
      readonly names: readonly string[]
      /** The tag whose value the variable gives, for `key:$name.value`. */
      readonly key?: string
      readonly negated: boolean
    }
  | {
      readonly is: 'network'
      readonly field: string
      readonly blocks: readonly string[]
      readonly negated: boolean
    }
  | { readonly is: 'and' | 'or'; readonly operands: readonly Clause[] }
  | { readonly is: 'not'; readonly operand: Clause }
  | { readonly is: 'opaque'; readonly text: string; readonly negated: boolean }

/** The same condition turned round; double negations go away. */
export function negate(clause: Clause): Clause {
  if (clause.is === 'not') return clause.operand
  // “Neither one nor the other” reads better than “not so that one or the other”.
  if (clause.is === 'or' && clause.operands.every(operand => 'negated' in operand))
    return { is: 'and', operands: clause.operands.map(negate) }
  return 'negated' in clause ? { ...clause, negated: !clause.negated } : { is: 'not', operand: clause }
}

/** `and` or `or` over several conditions; alternatives for one field become one list of values. */
export function combine(is: 'and' | 'or', operands: readonly Clause[]): Clause {
  const merged = is === 'or' ? mergeAlternatives(operands) : mergeConditions(operands)
  return merged.length === 1 ? merged[0]! : { is, operands: merged }
}

/** Most scopes only pin tags to values, of which nothing can be merged. */
function mergeConditions(operands: readonly Clause[]): readonly Clause[] {
  if (operands.every(one => one.is === 'match')) return operands
  return mergeTags(mergeVariables(limiting(withoutNesting(operands))))
}

/** What everything matches takes nothing away. */
function limiting(operands: readonly Clause[]): readonly Clause[] {
  const rest = operands.filter(({ is }) => is !== 'all')
  return rest.length === 0 ? operands.slice(0, 1) : rest.length < operands.length ? rest : operands
}

function withoutNesting(operands: readonly Clause[]): readonly Clause[] {
  return operands.some(one => one.is === 'and')
    ? operands.flatMap(one => (one.is === 'and' ? one.operands : [one]))
    : operands
}

/** Dashboards list many variables side by side; they are named together. */
function mergeVariables(operands: readonly Clause[]): readonly Clause[] {
  const plain = (clause: Clause) => clause.is === 'variable' && clause.key === undefined && !clause.negated
  const names = operands.flatMap(clause => (clause.is === 'variable' && plain(clause) ? clause.names : []))
  if (names.length < 2) return operands
  return [...operands.filter(clause => !plain(clause)), { is: 'variable', names, negated: false }]
}

/** `production,web`: tags that must all be set are named together. */
function mergeTags(operands: readonly Clause[]): readonly Clause[] {
  const values = operands.flatMap(clause => (isSetTag(clause) ? [clause.value] : []))
  if (values.length < 2) return operands
  return [...operands.filter(clause => !isSetTag(clause)), { is: 'tags', values }]
}

function isSetTag(clause: Clause): clause is Extract<Clause, { is: 'tag' }> {
  return clause.is === 'tag' && clause.how === 'exact' && !clause.negated
}

function mergeAlternatives(operands: readonly Clause[]): readonly Clause[] {
  const [first] = operands
  if (first === undefined || first.is !== 'match' || first.negated) return operands
  const values: string[] = []
  for (const operand of operands) {
    const same = operand.is === 'match' && !operand.negated && operand.field === first.field
    if (!same || operand.how !== 'exact') return operands
    values.push(operand.value)
  }
  return [{ is: 'one-of', field: first.field, values, negated: false }]
}

/** How a value is matched and the value without the wildcards that say so. */
export function matchOf(value: string): { readonly how: Match; readonly value: string } {
  const inner = value.slice(value.startsWith('*') ? 1 : 0, value.endsWith('*') ? -1 : undefined)
  if (inner.includes('*') || inner.includes('?') || inner === '') {
    return { how: value.includes('*') || value.includes('?') ? 'pattern' : 'exact', value }
  }
  const starts = value.startsWith('*')
  const ends = value.endsWith('*')
  if (starts && ends) return { how: 'contains', value: inner }
  if (starts) return { how: 'suffix', value: inner }
  return ends ? { how: 'prefix', value: inner } : { how: 'exact', value }
}

/** A search whose free words have no documented place: those of a live process monitor. */
export function withoutPlace(clause: Clause): Clause {
  switch (clause.is) {
    case 'word':
    case 'phrase':
      return { ...clause, unplaced: true }
    case 'and':
    case 'or':
      return { ...clause, operands: clause.operands.map(withoutPlace) }
    case 'not':
      return { ...clause, operand: withoutPlace(clause.operand) }
    default:
      return clause
  }
}
