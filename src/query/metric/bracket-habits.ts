import type { Habit } from '../rewriting.js'
import { bothOf } from './clauses.js'
import { aggregator, scope } from './pattern-pieces.js'

const braces = 'Braces stand once around a scope, and once around the keys after `by`.'
const list = 'The values of `IN` stand in parentheses.'

/** Brackets and quotes of another shape, or one too many. */
export const bracketHabits: readonly Habit[] = [
  // Brackets
  {
    code: 'wrong-bracket',
    pattern: `\\b([a-z_]\\w*)\\[(${aggregator}:[^\\[\\]]*)\\]`,
    message: 'The arguments of a function stand in parentheses.',
    overrides: true,
    into: '$1($2)',
  },
  {
    code: 'wrong-bracket',
    pattern: `\\b([a-z_]\\w*)\\{(${aggregator}:[\\w.]+${scope})\\}`,
    message: 'The arguments of a function stand in parentheses.',
    overrides: true,
    into: '$1($2)',
  },
  {
    code: 'doubled-braces',
    pattern: /(?<=[\w.])\{\s*\{([^{}]*)\}(?!\s*\})/g,
    message: braces,
    into: '{$1}',
  },
  { code: 'doubled-braces', pattern: /\{\s*\{([^{}]*)\}\s*\}/g, message: braces, into: '{$1}' },
  {
    code: 'stray-brace',
    pattern: /(\{[^{}]*:)\s*\{([^{}]*)\}/g,
    message: 'A value has no braces around it.',
    into: '$1$2',
  },
  {
    code: 'stray-brace',
    pattern: /\$\{([\w.-]+)\}/g,
    message: 'A template variable has no braces.',
    into: ([, name]) => `$${name}`,
  },
  { code: 'stray-brace', pattern: /\}(?:\s*\})+/g, message: 'This `}` closes nothing.', into: '}' },
  {
    code: 'wrong-bracket',
    pattern: /\b(not\s+in|in)\s*[[{]([^[\]{}()]*)[\]}]/gi,
    message: list,
    into: '$1 ($2)',
  },
  {
    code: 'wrong-bracket',
    pattern: /(?<=[\w.])\[(\s*[a-zA-Z!*$][^[\]{}]*)\]/g,
    message: 'The scope of a metric stands in braces.',
    overrides: true,
    into: ([, inner]) => (/:[^:]/.test(inner!) || inner!.trim() === '*' ? `{${inner}}` : undefined),
  },
  {
    code: 'wrong-bracket',
    pattern: /(?<=[\w.])<(\s*(?:[a-zA-Z!][\w.-]*:[^<>{}]*|\*\s*))>/g,
    message: 'The scope of a metric stands in braces.',
    into: '{$1}',
  },
  {
    code: 'wrong-bracket',
    pattern: /(\.(?:rollup|fill|as_count|as_rate|weighted))\{([^{}]*)\}/g,
    message: 'The arguments of a method stand in parentheses.',
    overrides: true,
    into: '$1($2)',
  },
  {
    code: 'wrong-bracket',
    pattern: /(\.\w+)\[([^[\]{}]*)\]/g,
    message: 'The arguments of a method stand in parentheses.',
    into: '$1($2)',
  },
  {
    code: 'wrong-bracket',
    pattern: /\{([^{}()]*)\)/g,
    message: 'What `{` opens is closed by `}`, not by `)`.',
    into: '{$1}',
  },
  {
    code: 'wrong-bracket',
    pattern: /\bby\s*\(([^{}()]*)\}/g,
    message: 'What `}` closes is opened by `{`, not by `(`.',
    into: 'by {$1}',
  },
  {
    code: 'wrong-bracket',
    pattern: `((?:${aggregator}:|(?<![\\w.:]))[a-zA-Z]\\w*\\.[\\w.]*\\w)\\(\\s*(\\*|!?(?!${aggregator}:)[\\w.-]+:[^(){}]*)\\)`,
    message: 'The scope of a metric stands in braces.',
    overrides: true,
    into: '$1{$2}',
  },
  {
    code: 'group-by-before-scope',
    pattern: `([a-zA-Z][\\w.]*)\\s*(by\\s*\\{[^{}:]*\\})\\s*(\\{[^{}]*[:*][^{}]*\\})`,
    flags: 'dgi',
    message: 'The scope stands before `by`.',
    about: 3,
    overrides: true,
    into: '$1$3 $2',
  },
  {
    code: 'second-scope',
    pattern: /\{([^{}]*[:*][^{}]*)\}(\s*by\s*\{[^{}:]*\})?\s*(\{([^{}]*[:*][^{}]*)\})/dgi,
    message: 'A metric has one scope only.',
    about: 3,
    overrides: true,
    into: ([, first, grouped = '', , second]) => `{${bothOf(first!.trim(), second!.trim())}}${grouped}`,
  },
  {
    code: 'unopened-brace',
    pattern: `(^\\s*[a-zA-Z][\\w.]*|${aggregator}:[a-zA-Z][\\w.]*)\\s+(?!by\\b)([^\\s{}()<>][^{}()<>]*\\})`,
    message: 'This `}` closes nothing.',
    hint: 'Write `{` before the scope.',
    overrides: true,
    into: '$1{$2',
  },
  // Quotes
  {
    code: 'named-argument',
    pattern:
      /(["'])(direction|alert_window|interval|seasonality|timezone|count_default_zero|history|model)\1\s*(?:==?|:)\s*(?=["'\d])/g,
    message: 'The name of an argument has no quotes.',
    into: '$2=',
  },
  {
    code: 'quoted-tag-value',
    pattern: /(["'])([\w.-]+)\1\s*[:=]\s*(["']?)([^\s"'{},]+)\3/g,
    message: 'Quotes are not used in a scope; they would become part of the tag.',
    into: '$2:$4',
  },
  {
    code: 'quoted-metric',
    pattern: `(${aggregator}:)(["'])([\\w.]+)\\2`,
    message: 'The name of a metric has no quotes.',
    into: '$1$3',
  },
]
