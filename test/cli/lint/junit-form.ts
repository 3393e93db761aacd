/** What may stand in a JUnit report, with the attributes that every reader of it knows. https://github.com/testmoapp/junitxml */
const elements: Readonly<
  Record<string, { readonly in: readonly string[]; readonly attributes: readonly string[] }>
> = {
  testsuites: { in: [''], attributes: ['name', 'tests', 'failures'] },
  testsuite: { in: ['testsuites'], attributes: ['name', 'tests', 'failures', 'errors'] },
  testcase: { in: ['testsuite'], attributes: ['name', 'classname', 'file', 'line'] },
  failure: { in: ['testcase'], attributes: ['type', 'message'] },
  'system-out': { in: ['testcase'], attributes: [] },
}

const tag = /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/gy
const text = /(?:[^<&]|&(?:amp|lt|gt|quot|apos|#10|#13|#9);)+/gy

/** What is wrong with a JUnit report: an element in a wrong place, an unknown attribute, a wrong count, text that is no XML. */
export function junitProblems(xml: string): readonly string[] {
  const problems: string[] = []
  const open = ['']
  const counts: Record<string, number> = {}
  const start = '<?xml version="1.0" encoding="UTF-8"?>'
  if (!xml.startsWith(start)) problems.push('no declaration')
  for (let at = start.length; at < xml.length; ) {
    tag.lastIndex = at
    text.lastIndex = at
    const found = tag.exec(xml)
    const words = found === null ? text.exec(xml) : null
    if (found === null && words === null) return [...problems, `no XML at ${at}: ${xml.slice(at, at + 40)}`]
    at = (found === null ? text : tag).lastIndex
    if (found === null) continue
    const [, closes, name = '', attributes = '', isEmpty] = found
    if (closes) {
      if (open.pop() !== name) problems.push(`</${name}> closes nothing`)
      continue
    }
    const row = elements[name]
    if (row === undefined || !row.in.includes(open.at(-1)!)) problems.push(`<${name}> in <${open.at(-1)}>`)
    for (const [, attribute = ''] of attributes.matchAll(/([\w-]+)="/g))
      if (row?.attributes.includes(attribute) !== true) problems.push(`${attribute} of <${name}>`)
    counts[name] = (counts[name] ?? 0) + 1
    if (!isEmpty) open.push(name)
  }
  if (open.length !== 1) problems.push(`<${open.at(-1)}> is not closed`)
  const told = /<testsuite .*tests="(\d+)" failures="(\d+)"/.exec(xml)
  if (Number(told?.[1]) !== (counts.testcase ?? 0)) problems.push('wrong number of tests')
  if (Number(told?.[2]) !== (counts.failure ?? 0)) problems.push('wrong number of failures')
  return problems
}
