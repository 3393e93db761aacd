import type { Json } from '../model/index.js'
import { findingsOfExample } from './examples.js'
import type { OptionTable } from './option.js'
import type { Example, Rule } from './rule.js'
import { otherRule, ruleList } from './rule-list.js'
import { rules } from './rules/index.js'

/** How often each rule was found on public definitions; a rule without an entry was not measured. */
export interface Measured {
  readonly monitors: number
  readonly slos: number
  readonly dashboards: number
  readonly findings: Readonly<Record<string, number>>
}

/** The page of a rule as Markdown, or what to write instead when no rule has this id. */
export type RuleExplanation =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly hint: string }

/**
 * What `dogma lint --explain RULE` prints; `all` is the list of all rules.
 *
 * @example
 * explainRule('message/no-notification') // { ok: true, text: '# message/no-notification …' }
 */
export function explainRule(id: string, custom: readonly Rule[] = []): RuleExplanation {
  const known = [...rules, ...custom]
  const rule = known.find(each => each.id === id)
  if (rule !== undefined) return { ok: true, text: rulePage(rule) }
  if (id === 'all') return { ok: true, text: ruleList(known) }
  const hint = otherRule(
    id,
    known.map(each => each.id),
  )
  return { ok: false, message: `There is no lint rule \`${id}\`.`, hint }
}

/** The page of one rule; the headings are the same on every page. */
export function rulePage(rule: Rule, measured?: Measured): string {
  const sections = [
    `# ${rule.id}`,
    `${rule.title}`,
    `Severity: **${rule.severity}** · Set: **${rule.set ?? 'recommended'}** · Looks at: ${rule.kinds.join(', ')}`,
    section(
      'What and why',
      rule.why,
      rule.source === undefined ? undefined : `Datadog's documentation: <${rule.source}>`,
    ),
    section('Bad', ...rule.examples.bad.map(example => exampleText(example, foundText(rule, example)))),
    section('Good', ...rule.examples.good.map(example => exampleText(example))),
    section('How to fix', rule.howToFix),
    section('How to configure', ...configuration(rule)),
    section(
      'How to disable',
      'For all resources:',
      code('ts', inConfig(`{ rules: { '${rule.id}': 'off' } }`)),
    ),
    section('How to snooze', ...snooze(rule)),
    section('Findings on real definitions', findingsText(rule, measured)),
  ]
  return `${sections.join('\n\n')}\n`
}

function section(title: string, ...paragraphs: readonly (string | undefined)[]): string {
  return [`## ${title}`, ...paragraphs.filter(paragraph => paragraph !== undefined && paragraph !== '')].join(
    '\n\n',
  )
}

function foundText(rule: Rule, example: Example): string | undefined {
  const [finding] = findingsOfExample(rule, example)
  return finding && `Found: *${[finding.message, finding.hint].filter(text => text !== undefined).join(' ')}*`
}

function exampleText(example: Example, remark?: string): string {
  const shown = example.resources ?? example.definition
  const options =
    example.options === undefined ? undefined : `With the options \`${JSON.stringify(example.options)}\`:`
  const live =
    example.live === undefined
      ? []
      : ['The account knows:', code('json', JSON.stringify(example.live, undefined, 2))]
  return [
    example.title,
    options,
    code('json', JSON.stringify(shorten(shown as Json), undefined, 2)),
    ...live,
    remark,
  ]
    .filter(part => part !== undefined)
    .join('\n\n')
}

const longest = 400

/** Examples about length would fill the page. */
function shorten(value: Json | undefined): Json {
  if (typeof value === 'string' && value.length > longest) return `${value.slice(0, longest)}…`
  if (Array.isArray(value)) return value.map(shorten)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, shorten(item)]])),
  )
}

function configuration(rule: Rule): string[] {
  const options: OptionTable = rule.options ?? {}
  const names = Object.keys(options)
  const severity = rule.severity === 'error' ? 'warning' : 'error'
  if (names.length === 0) {
    return [
      'The rule has no options; its severity can be changed.',
      code('ts', inConfig(`{ rules: { '${rule.id}': '${severity}' } }`)),
    ]
  }
  const rows = names.map(
    name => `| \`${name}\` | ${options[name]?.description} | \`${JSON.stringify(options[name]?.default)}\` |`,
  )
  const values = Object.fromEntries(names.map(name => [name, options[name]?.default]))
  const setting = inConfig(`{ rules: { '${rule.id}': ['${rule.severity}', ${JSON.stringify(values)}] } }`)
  return [
    ['| option | what it is | default |', '| --- | --- | --- |', ...rows].join('\n'),
    code('ts', setting),
  ]
}

function inConfig(lint: string): string {
  return `// dogma.config.ts: export default defineConfig({ …, lint })\nconst lint = ${lint}`
}

function snooze(rule: Rule): string[] {
  if (rule.needs === 'live') {
    const override = inConfig(`{ overrides: [{ keys: ['12345'], rules: { '${rule.id}': 'off' } }] }`)
    return ['For one object of the account, by its id (or for several, by their tags):', code('ts', override)]
  }
  const entry = `// ${rule.kinds[0] ?? 'monitor'}('key', { …, suppress })\nconst suppress = [{ rule: '${rule.id}', reason: 'Why it is right here.', until: '2026-12-31' }]`
  return [
    'For one resource, with a reason and, if it is for a time, the last day on which it holds:',
    code('ts', entry),
  ]
}

function findingsText(rule: Rule, measured: Measured | undefined): string {
  if (rule.needs === 'live') return 'Not measured: published definitions do not say what an account knows.'
  const count = measured?.findings[rule.id]
  if (measured === undefined || count === undefined)
    return 'Not measured: the rule compares the resources of one project, or was added later.'
  const total = rule.kinds
    .map(kind => `${measured[`${kind}s`]} ${kind === 'slo' ? 'SLOs' : `${kind}s`}`)
    .join(', ')
  return `${count} in ${total} that other people published.`
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}
