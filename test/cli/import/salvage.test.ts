import { describe, expect, it } from 'vitest'
import { definitionsIn } from '../../../src/cli/import/from-files.js'
import { salvaged } from '../../../src/cli/import/salvage.js'

const load = (name: string) => ({ type: 'query alert', query: 'avg(last_5m):avg:a{*} > 4', name })

describe('half an export', () => {
  it.each([
    ['a list', '[{"a":1},{"b":"}{\\"","c":[{}]},{"d":', undefined, [{ a: 1 }, { b: '}{"', c: [{}] }]],
    ['a list under a name', ' {"monitors": [\n {"a":1} ,\n {"b"', 'monitors', [{ a: 1 }]],
    ['a list with something else in it', '[{"a":1}, 2, {"b":2}', undefined, [{ a: 1 }]],
    ['a list with a broken object', '[{"a":1},{"b":}]', undefined, [{ a: 1 }]],
    ['an open text', '[{"a":1},{"b":"}', undefined, [{ a: 1 }]],
    ['no list', '{"a":1', undefined, []],
    ['nothing', '', undefined, []],
  ])('gives what is whole of %s', (_, text, name, items) => {
    const whole = salvaged(text)
    expect(whole).toMatchObject({ name, items })
    expect(whole.starts.map(at => text[at])).toEqual(items.map(() => '{'))
  })

  it('is imported as far as it goes, with one message', () => {
    const text = JSON.stringify({ monitors: [load('A'), load('B'), load('C')] }).slice(0, -20)
    const { found, problems } = definitionsIn('half.json', text)
    expect(found.map(({ payload, kind }) => [kind, payload.name])).toEqual([
      ['monitor', 'A'],
      ['monitor', 'B'],
    ])
    expect(problems.map(({ message }) => message)).toEqual([
      'This file is not JSON: it stops making sense here. What is whole before this place was taken: 2 of its objects.',
    ])
  })
})

describe('where an object of a file stands', () => {
  const places = (text: string) =>
    definitionsIn('all.json', text).found.map(({ origin }) => `${origin?.line}:${origin?.column}`)
  const lines = [load('A'), load('B')].map(object => `  ${JSON.stringify(object)}`)

  it.each([
    ['a list', `[\n${lines.join(',\n')}\n]`, ['2:3', '3:3']],
    ['a list under a name', `{"monitors": [\n${lines.join(',\n')}\n]}`, ['2:3', '3:3']],
    ['an asset', `{"definition":\n${lines[0]}\n}`, ['2:3']],
    ['half a list', `[\n${lines.join(',\n')},\n  {"name":`, ['2:3', '3:3']],
    ['an object on each line', `${lines.join('\n')}\n`, ['1:1', '2:1']],
    [
      'a list on each line',
      `${lines[0]}\n[${lines[0]},${lines[1]}]\n`,
      ['1:1', '2:4', `2:${lines[0]!.length + 5}`],
    ],
    ['one object', `\n${lines[0]}`, ['1:1']],
  ])('is told for %s', (_, text, expected) => {
    expect(places(text)).toEqual(expected)
  })
})

describe('what Terraform writes', () => {
  it.each([
    { format_version: '1.2', planned_values: { root_module: { resources: [] } } },
    { format_version: '1.0', values: { root_module: {} } },
  ])('is refused with the ways there are: %j', value => {
    const [problem] = definitionsIn('plan.json', JSON.stringify(value)).problems
    expect(problem?.code).toBe('import/terraform')
    expect(problem?.hint).toContain('dogma import --all --include-managed')
    expect(problem?.hint).toContain('dogma lint plan.json')
  })
})

describe('JSON that is nested without end', () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  it.each([
    ['alone', nested],
    ['on a line', `${JSON.stringify(load('A'))}\n${nested}`],
    ['in a definition', JSON.stringify({ ...load('A'), deep: 0 }).replace('"deep":0', `"deep":${nested}`)],
  ])('is refused %s', (_, text) => {
    expect(definitionsIn('deep.json', text).problems.map(({ code }) => code)).toEqual(['import/too-deep'])
  })
})
