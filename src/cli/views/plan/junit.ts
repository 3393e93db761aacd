import { xmlText } from '../xml.js'
import type { Entry, Section } from './section.js'

/**
 * What was found as a JUnit report: a suite for each account, a case for each resource that differs. In a drift such a case
 * fails; in a plan only problems do, because a pending change is what a plan is for.
 */
export function junit(command: 'plan' | 'drift', sections: readonly Section[]): string {
  const suites = sections.map(section => suiteOf(command, section))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="dogma ${command}">`,
    ...suites,
    '</testsuites>\n',
  ].join('\n')
}

function suiteOf(command: string, { account, project, summary, entries, problems }: Section): string {
  const fails = command === 'drift'
  const errors = problems.filter(({ severity }) => severity === 'error')
  const cases = [
    ...errors.map(({ code, message }) => caseOf(code, account, outcome('error', code, message))),
    ...entries.map(entry => entryCase(entry, account, fails)),
  ]
  const all = cases.length === 0 ? [caseOf(summary, account, '')] : cases
  const counts = `tests="${all.length}" failures="${fails ? entries.length : 0}" errors="${errors.length}"`
  const name = xmlText(`dogma ${command} ${account} ${project}`)
  return [`  <testsuite name="${name}" ${counts}>`, ...all, '  </testsuite>'].join('\n')
}

function entryCase(entry: Entry, account: string, fails: boolean): string {
  const { address, what, title, lines, origin } = entry
  const place = origin === undefined ? [] : [`${origin.file}:${origin.line}`]
  const body = [...place, title, ...lines].filter(Boolean).join('\n')
  const told = fails ? outcome('failure', what, body) : `<system-out>${xmlText(body)}</system-out>`
  return caseOf(`${address} ${what}`, account, told)
}

function outcome(kind: 'failure' | 'error', what: string, body: string): string {
  return `<${kind} type="${xmlText(what)}" message="${xmlText(what)}">${xmlText(body)}</${kind}>`
}

function caseOf(name: string, account: string, told: string): string {
  return `    <testcase name="${xmlText(name)}" classname="${xmlText(account)}">${told}</testcase>`
}
