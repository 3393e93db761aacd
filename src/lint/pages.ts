import { fixable } from './fixable.js'
import { type Measured, rulePage } from './page.js'
import type { Rule } from './rule.js'
import { rules } from './rules/index.js'

/** A file of `docs/rules/`, by its path there. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** Every page of the rules, and the index of them. */
export function rulePages(measured: Measured): Page[] {
  const pages = rules.map(rule => ({ path: `${rule.id}.md`, text: rulePage(rule, measured) }))
  return [{ path: 'README.md', text: indexPage() }, ...pages]
}

function indexPage(): string {
  const areas = [...new Set(rules.map(rule => areaOf(rule)))]
  const head = [
    '# Lint rules',
    `dogma has ${rules.length} rules. Each looks at monitors, SLOs or dashboards without asking the account, except those of \`live\`, which \`dogma lint --account\` asks; ${rules.filter(fixable).length} of them can repair what they find.`,
    "Rules of the set `strict` are off until the configuration says `extends: 'strict'` or names them. These pages are generated from the rules; their examples are the tests of the rules.",
  ]
  return `${[...head, ...areas.map(areaTable)].join('\n\n')}\n`
}

function areaOf(rule: Rule): string {
  return rule.id.split('/', 1)[0] ?? ''
}

function areaTable(area: string): string {
  const rows = rules
    .filter(rule => areaOf(rule) === area)
    .map(rule => {
      const set = rule.set === 'strict' ? ', strict' : ''
      return `| [${rule.id}](${rule.id}.md) | ${rule.severity}${set} | ${fixable(rule) ? 'yes' : ''} | ${rule.title} |`
    })
  return [
    `## ${area}`,
    '',
    '| rule | severity | repairs | finds |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
