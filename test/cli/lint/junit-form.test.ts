import { expect, it } from 'vitest'
import { junitProblems } from './junit-form.js'

const report = (inside: string, counts = 'tests="1" failures="0"') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}><testsuite ${counts}>${inside}</testsuite></testsuites>\n`

it.each([
  ['<testcase name="a"/>', []],
  ['<testcase name="a"><system-out>a &lt; b</system-out></testcase>', []],
  ['<testcase colour="a"/>', ['colour of <testcase>']],
  ['<testcase/><testcase/>', ['wrong number of tests']],
  ['<testcase><failure/></testcase>', ['wrong number of failures']],
  ['<testcase><testcase/></testcase>', ['<testcase> in <testcase>', 'wrong number of tests']],
])('the form of a JUnit report: %s', (inside, problems) => {
  expect(junitProblems(report(inside))).toEqual(problems)
})

it.each(['<testcase name="a & b"><b', '<testcase>a & b</testcase>'])('%s is no XML', inside => {
  expect(junitProblems(report(inside)).at(-1)).toContain('no XML')
})
