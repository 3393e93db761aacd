import { xmlText } from '../xml.js'
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
  const file = origin === undefined ? '' : ` file="${xmlText(origin.file)}" line="${origin.line}"`
  const body = xmlText(`${place}: ${fullMessage(finding)}`)
  const outcome = fails
    ? `<failure type="${severity}" message="${xmlText(finding.message)}">${body}</failure>`
    : `<system-out>${body}</system-out>`
  return `    <testcase name="${xmlText(rule)}" classname="${xmlText(resource)}"${file}>${outcome}</testcase>`
}
