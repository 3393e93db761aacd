import type { Habit } from '../rewriting.js'

const list = 'The values of `IN` stand in parentheses.'
const operators = 'Between two conditions stands one operator.'

/** Conditions as other languages join and negate them. */
export const scopeHabits: readonly Habit[] = [
  {
    code: 'missing-operator',
    pattern: /\{([^{}]*)\}/g,
    message: 'There is no operator between these conditions.',
    into: ([, conditions]) => {
      const gaps = /([\w.*-]+:[^\s,(){}]+)\s+(?=!?[\w.-]+:[^\s,(){}])/g
      return (conditions!.match(gaps) ?? []).length < 2
        ? undefined
        : `{${conditions!.replace(gaps, '$1 AND ')}}`
    },
  },
  {
    code: 'spelled-is',
    pattern:
      /(?<=[{,(]\s*|\b(?:and|or)\s+)([\w.-]+)\s+(?:is|equals?)\s+(not\s+)?(?!in\b)([\w.*-]+)(?=\s*[,})]|\s+(?:and|or)\b)/gi,
    message: 'A tag is written key:value.',
    into: ([, key, not, value]) => `${not === undefined ? '' : '!'}${key}:${value}`,
  },
  {
    code: 'condition-separator',
    pattern: /(?<=\{[^{}]*);(?=\s*[^{}\s][^{}]*\})/g,
    message: 'Conditions are separated by commas.',
    into: ',',
    overrides: true,
  },
  {
    code: 'condition-separator',
    pattern: /(?<=\{[^{}]*)\s\+\s(?=[^{}]*\})/g,
    message: 'Conditions are joined by `AND`.',
    into: ' AND ',
    overrides: true,
  },
  {
    code: 'equals-in-scope',
    pattern: /(?<=\{[^{}]*)([\w.-]+)\s*<>\s*(["']?)([^\s"',(){}]+)\2/g,
    message: 'A negation is written with `!` before the key.',
    into: '!$1:$3',
    overrides: true,
  },
  { code: 'spelled-in', pattern: /([\w.-]+)\s*:\s*(not\s+in|in)\s*\(/gi, message: list, into: '$1 $2 (' },
  {
    code: 'spelled-in',
    pattern: /\s(not)[_-]?(in)\s*\(/gi,
    message: '`NOT IN` is two words.',
    into: ' $1 $2 (',
  },
  {
    code: 'spelled-in',
    pattern: /\s(not\s+in|in)\s+([\w.*-]+(?:\s*,\s*[\w.*-]+)*)(?=\s*[})])/gi,
    message: list,
    into: ' $1 ($2)',
  },
  {
    code: 'spelled-not',
    pattern: /([\w.-]+)\s+(?:is\s+)?not\s+(?!in\b)([\w.*-]+)(?=\s*[,})])/gi,
    message: '`NOT` stands before the whole condition.',
    into: ([, key, value]) => (/^(and|or|in|is)$/i.test(key!) ? undefined : `!${key}:${value}`),
  },
  {
    code: 'spelled-not',
    pattern: /([\w.-]+)\s+not\s*:\s*([\w.*-]+)/gi,
    message: '`NOT` stands before the whole condition.',
    overrides: true,
    into: ([, key, value]) => (/^(and|or)$/i.test(key!) ? undefined : `!${key}:${value}`),
  },
  { code: 'doubled-operator', pattern: /\b(and|or)\s+(?:and|or)\b/gi, message: operators, into: '$1' },
  { code: 'doubled-operator', pattern: /\s*,\s*(and|or)\b(?=\s)/gi, message: operators, into: ' $1' },
  { code: 'doubled-operator', pattern: /\b(and|or)\s*,/gi, message: operators, into: '$1' },
  {
    code: 'leading-operator',
    pattern: /\{\s*(?:,|(?:and|or)\s|&&|\|\|)\s*/gi,
    message: 'Nothing stands before this operator.',
    into: '{',
  },
  {
    code: 'trailing-operator',
    pattern: /\s+(?:and|or|&&|\|\|)\s*(?=\})/gi,
    message: 'Nothing follows this operator.',
    into: '',
  },
  {
    code: 'scope-without-braces',
    pattern: /([\w.])(\$[\w.-]+)(?=\s*(?:by\b|[)>,<=+*/-]|$))/g,
    message: 'A template variable stands in the braces of a scope.',
    into: '$1{$2}',
  },
]
