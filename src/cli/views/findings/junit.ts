import { type FindingsReport, fullMessage, isFailure, type ShownFinding } from './report.js'

/** The findings as a JUnit report: one test case for each, which fails when the command does because of it. */
export function junit(report: FindingsReport): string {
  const cases = report.findings.map(finding => testCase(finding, isFailure(finding, report.failOn)))
  const failures = report.findings.filter(finding => isFailure(finding, report.failOn)).length
  const all = cases.length === 0 ? ['    <testcase name="nothing found" classname="dogma lint"/>'] : cases
  const counts = `tests="${all.length}" failures="${failures}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="dogma lint" ${counts}>`,
    `  <testsuite name="dogma lint" ${counts} errors="0">`,
    ...all,
    '  </testsuite>',
    '</testsuites>\n',
  ].join('\n')
}

function testCase(finding: ShownFinding, fails: boolean): string {
  const { rule, resource, origin, place, severity } = finding
  const file = origin === undefined ? '' : ` file="${escaped(origin.file)}" line="${origin.line}"`
  const body = escaped(`${place}: ${fullMessage(finding)}`)
  const outcome = fails
    ? `<failure type="${severity}" message="${escaped(finding.message)}">${body}</failure>`
    : `<system-out>${body}</system-out>`
  return `    <testcase name="${escaped(rule)}" classname="${escaped(resource)}"${file}>${outcome}</testcase>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** Text for XML 1.0, which has no way at all to write most control characters and half surrogates. */
function escaped(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[&<>"'\n\r\t]/g, character => entities[character] ?? character)
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '\uFFFD')
}
