import { describe, expect, it } from 'vitest'
import { parseSearch } from '../../../src/query/search/parser.js'
import { repaired, reportsOf } from './reading.js'

describe('habits of other query languages', () => {
  it.each<[string, string, string]>([
    ['a or b', 'warning search/lower-case-operator 2-4', 'a OR b'],
    ['a and b', 'warning search/lower-case-operator 2-5', 'a AND b'],
    ['not a', 'warning search/lower-case-operator 0-3', 'NOT a'],
    ['!status:error', 'warning search/exclamation-mark 0-13', '-status:error'],
    ['status:!error', 'warning search/exclamation-mark 7-8', '-status:error'],
    ['status=error', 'warning search/equals-sign 0-12', 'status:error'],
    ['@a.b==5', 'warning search/equals-sign 0-7', '@a.b:5'],
    ['status!=error', 'error search/equals-sign 0-13', '-status:error'],
    ['@d:=5', 'error search/equals-sign 3-4', '@d:5'],
    ['@d:=>5', 'error search/equals-sign 3-5', '@d:>=5'],
    ["status = 'error'", 'error search/sql-comparison 7-8', 'status:error'],
    ["status = 'bad thing'", 'error search/sql-comparison 7-8', 'status:"bad thing"'],
    ['status != "error"', 'error search/sql-comparison 7-9', '-status:error'],
    ['status <> error', 'error search/sql-comparison 7-9', '-status:error'],
    ["host LIKE 'web%'", 'warning search/sql-comparison 0-16', 'host:web*'],
    ['@items BETWEEN 3 AND 7', 'warning search/sql-comparison 0-22', '@items:[3 TO 7]'],
    ['@items NOT BETWEEN 3 AND 7', 'warning search/sql-comparison 0-26', '-@items:[3 TO 7]'],
    ['@items between 3 and 7', 'warning search/sql-comparison 0-22', '@items:[3 TO 7]'],
    ['service IN (a, b)', 'warning search/sql-comparison 0-17', 'service:(a OR b)'],
    ['service in (a, b)', 'warning search/sql-comparison 0-17', 'service:(a OR b)'],
    ['service NOT IN (a, b)', 'warning search/sql-comparison 0-21', '-service:(a OR b)'],
    ['service not in (a, b)', 'warning search/sql-comparison 0-21', '-service:(a OR b)'],
    ['service IN ["a", "b"]', 'warning search/sql-comparison 0-21', 'service:("a" OR "b")'],
    ['a |= "b" != "c"', 'warning search/single-sign 2-5', 'a "b" -"c"'],
    ['@x:["a", "b"]', 'error search/range-syntax 3-13', '@x:("a" OR "b")'],
    ['@x:[5 TO ]', 'error search/range-syntax 3-10', '@x:[5 TO *]'],
    ['@x:[TO 5]', 'error search/range-syntax 3-9', '@x:[* TO 5]'],
    ['{env:prod AND a}', 'error search/range-syntax 0-16', 'env:prod AND a'],
    ['@user.id IS NULL', 'warning search/sql-comparison 0-16', '-@user.id:*'],
    ['@user.id IS NOT NULL', 'warning search/sql-comparison 0-20', '@user.id:*'],
    ['@d:500..599', 'warning search/dotted-range 3-11', '@d:[500 TO 599]'],
    ['a | stats count by host', 'error search/pipe 2-9', 'a'],
    ['a | wc -l', 'error search/pipe 2-6', 'a'],
    ['service : web', 'error search/missing-field 8-9', 'service:web'],
    ['service :web', 'error search/missing-field 8-12', 'service:web'],
    ['a | where env:prod', 'error search/pipe 2-9', 'a AND env:prod'],
    ['@d > 5', 'warning search/missing-colon 0-6', '@d:>5'],
    ['@d:>5 AND <9', 'warning search/missing-colon 10-12', '@d:>5 AND @d:<9'],
    ['@d:>1,000', 'warning search/comma 4-9', '@d:>1000'],
    ['@d:>5,env:prod', 'warning search/comma 5-6', '@d:>5 env:prod'],
    ['env%3Aprod%20%40d%3A%3E5', 'error query/url-encoded 0-24', 'env:prod @d:>5'],
    [
      'https://app.datadoghq.com/logs?query=env:prod%20a&live=true',
      'error query/url-encoded 0-59',
      'env:prod a',
    ],
    ['`env:prod a`', 'error query/quoted-query 0-12', 'env:prod a'],
    ['@d>5', 'warning search/missing-colon 0-4', '@d:>5'],
    ['env:prod,service:web', 'warning search/comma 8-9', 'env:prod service:web'],
    ['env:prod, service:web', 'warning search/comma 8-9', 'env:prod service:web'],
    ['env:prod;service:web', 'warning search/comma 8-9', 'env:prod service:web'],
    ['env:prod|service:web', 'warning search/comma 8-9', 'env:prod OR service:web'],
    ['env:prod+service:web', 'warning search/comma 8-9', 'env:prod service:web'],
    ['env:prod,staging', 'warning search/comma 4-16', 'env:(prod OR staging)'],
    ['env:prod|staging x:y', 'warning search/comma 4-16', 'env:(prod OR staging) x:y'],
    ['env:(prod, staging,)', 'warning search/comma 9-10', 'env:(prod OR staging)'],
    ["env:'prod', x:'y'", 'warning search/single-quotes 4-10', 'env:"prod" x:"y"'],
    ['@x:^/api/.*', 'warning search/regular-expression 3-11', '@x:/api/*'],
    ['env:(prod|staging)', 'warning search/comma 5-17', 'env:(prod OR staging)'],
    ['env:(prod, staging)', 'warning search/comma 9-10', 'env:(prod OR staging)'],
    ['a | b', 'warning search/single-sign 2-3', 'a OR b'],
    ['timeout~2', 'warning search/lucene-suffix 7-9', 'timeout'],
    ['timeout^3', 'warning search/lucene-suffix 7-9', 'timeout'],
    ['service:^web', 'warning search/regular-expression 8-12', 'service:web*'],
    ['service:^web.*$', 'warning search/regular-expression 8-15', 'service:web*'],
    ['service:^web$', 'warning search/regular-expression 8-13', 'service:web'],
    ['@client.ip:10.0.0.0/8', 'warning search/range-syntax 0-21', 'CIDR(@client.ip,10.0.0.0/8)'],
    ['a –env:prod', 'warning search/full-width 2-11', 'a -env:prod'],
    ['@message like /timeout/', 'warning search/sql-comparison 0-23', '@message:*timeout*'],
    ['message contains "a b"', 'warning search/sql-comparison 0-22', 'message:*a?b*'],
    ['fields @a, @b | filter env:prod', 'warning search/comma 9-10', 'env:prod'],
    ['message:/time.*/', 'warning search/regular-expression 8-16', 'message:time*'],
    ["message:'a b'", 'warning search/single-quotes 8-13', 'message:"a b"'],
    ['message:"*timed out*"', 'warning search/wildcard-in-quotes 8-21', 'message:*timed?out*'],
    ['- a', 'warning search/blank-after-minus 0-2', '-a'],
    ['@x:-5', 'warning search/leading-minus 3-4', '@x:\\-5'],
    ['service：web', 'warning search/full-width 0-11', 'service:web'],
    ['（a OR b）', 'warning search/full-width 0-2', '(a OR b)'],
  ])('%j', (text, report, repair) => {
    expect(reportsOf(text)[0]).toBe(report)
    expect(repaired(text)).toBe(repair)
  })

  it.each(['status:[error TO]', 'service:<>web'])('%j gets no repair that nobody meant', text => {
    expect(repaired(text)).toBe(text)
    expect(parseSearch(text).ok).toBe(false)
  })

  it('a test for a missing value says which search finds it', () => {
    const hints = ['@user.id IS NULL', '@user.id IS NOT NULL'].map(
      text => parseSearch(text).diagnostics[0]?.hint,
    )
    expect(hints).toEqual(['Write `-@user.id:*`.', 'Write `@user.id:*`.'])
  })

  it('a repaired search has nothing left to repair', () => {
    expect(reportsOf(repaired("host LIKE 'web%' and status = 'error', env:prod"))).toEqual([])
  })

  it('a word behind a value is noted, with no repair that would change the meaning', () => {
    const [note] = parseSearch('service:web api error').diagnostics
    expect(note).toMatchObject({
      severity: 'info',
      code: 'search/word-after-value',
      span: { start: 0, end: 15 },
    })
    expect(note?.repair).toBeUndefined()
  })
})

describe('ordinary searches are left alone', () => {
  it.each([
    'service:web env:prod -status:ok',
    'GET /api/users?id=5',
    '@http.url:/api/v1/*/',
    "can't connect",
    'エラー：接続に失敗しました',
    '"what happened?"',
    'or',
    '(or)',
    'a\\,b c\\=d',
    'service:web AND timeout',
    'email:someone@example.com',
    '@x:>=1 @y:<2',
    '@x:(>1 AND <2)',
    '>1',
    '@http.url:/a%3Ab',
    'https://example.com/?q=a',
    'it looks like rain',
    'the list contains nothing',
    'a 2026-01-01T00:00+09:00',
    'web,api',
    'message:a+b c:d',
    'a – b',
  ])('%j', text => {
    expect(reportsOf(text)).toEqual([])
  })
})
