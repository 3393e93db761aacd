/** A query as people write it, what is meant by it, and the type of monitor it was written for, if that matters. */
export interface WrongQuery {
  readonly text: string
  /** Absent where nobody can know: a missing threshold, a missing metric. */
  readonly meant?: string
  readonly as?: 'monitor' | 'metric' | 'formula' | 'composite'
  readonly type?: string
}

const monitor = (text: string, meant?: string, type?: string): WrongQuery => ({
  text,
  ...(meant === undefined ? {} : { meant }),
  ...(type === undefined ? {} : { type }),
})
const metric = (text: string, meant?: string): WrongQuery => ({ ...monitor(text, meant), as: 'metric' })
const formula = (text: string, meant?: string): WrongQuery => ({ ...monitor(text, meant), as: 'formula' })
const composite = (text: string, meant?: string): WrongQuery => ({ ...monitor(text, meant), as: 'composite' })

/** Queries that people really write, in groups by what goes wrong. */
export const wrongQueries: Readonly<Record<string, readonly WrongQuery[]>> = {
  'brackets and quotes that are forgotten': [
    metric('avg:system.cpu.user{env:prod', 'avg:system.cpu.user{env:prod}'),
    metric('avg:system.cpu.user{env:prod by {host}', 'avg:system.cpu.user{env:prod} by {host}'),
    metric('avg:system.cpu.user{env:prod}.rollup(sum, 60', 'avg:system.cpu.user{env:prod}.rollup(sum, 60)'),
    metric('avg:system.cpu.user{env:prod.rollup(sum, 60)', 'avg:system.cpu.user{env:prod}.rollup(sum, 60)'),
    metric('avg:system.cpu.user env:prod}', 'avg:system.cpu.user{env:prod}'),
    metric('avg:system.cpu.user{env:prod} by {host', 'avg:system.cpu.user{env:prod} by {host}'),
    metric('avg:system.cpu.user{env:prod} by host}', 'avg:system.cpu.user{env:prod} by {host}'),
    metric(
      'avg:system.cpu.user{env:prod AND (service:api OR service:web}',
      'avg:system.cpu.user{env:prod AND (service:api OR service:web)}',
    ),
    metric('avg:system.cpu.user{env:prod AND service:api)}', 'avg:system.cpu.user{env:prod AND service:api}'),
    metric('avg:system.cpu.user{service IN (api,web}', 'avg:system.cpu.user{service IN (api,web)}'),
    metric('abs(avg:system.cpu.user{*}', 'abs(avg:system.cpu.user{*})'),
    metric('abs(avg:system.cpu.user{*}))', 'abs(avg:system.cpu.user{*})'),
    metric('100 * (avg:a.errors{*} / avg:a.hits{*}', '100 * (avg:a.errors{*} / avg:a.hits{*})'),
    metric(
      "top(avg:system.cpu.user{*} by {host}, 10, 'mean, 'desc')",
      "top(avg:system.cpu.user{*} by {host}, 10, 'mean', 'desc')",
    ),
    monitor('avg(last_5m:avg:system.cpu.user{*} > 90', 'avg(last_5m):avg:system.cpu.user{*} > 90'),
    monitor(
      'avg(last_5m):avg:system.cpu.user{env:prod > 90',
      'avg(last_5m):avg:system.cpu.user{env:prod} > 90',
    ),
    monitor(
      'avg(last_5m):avg:system.cpu.user{env:prod} by {host > 90',
      'avg(last_5m):avg:system.cpu.user{env:prod} by {host} > 90',
    ),
    monitor('avg(last_5m):abs(avg:system.cpu.user{*} > 90', 'avg(last_5m):abs(avg:system.cpu.user{*}) > 90'),
    monitor(
      'avg(last_5m):(avg:a.errors{*} / avg:a.hits{*}) * 100) > 5',
      'avg(last_5m):avg:a.errors{*} / avg:a.hits{*} * 100 > 5',
    ),
    monitor(
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic, 2, direction='both') >= 1",
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic', 2, direction='both') >= 1",
    ),
    monitor(
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, basic', 2) >= 1",
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic', 2) >= 1",
    ),
    monitor(
      'avg(last_4h):anomalies(avg:system.cpu.user{*}, basic, 2) >= 1',
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic', 2) >= 1",
    ),
    monitor(
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic', 2 >= 1",
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic', 2) >= 1",
    ),
    monitor(
      'logs("service:api status:error).index("*").rollup("count").last("5m") > 3',
      'logs("service:api status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs("service:api".index("*").rollup("count").last("5m") > 3',
      'logs("service:api").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs("service:api").index("*").rollup("count").last("5m" > 3',
      'logs("service:api").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      '"http.can_connect".over("env:prod").by("host").last(4.count_by_status()',
      '"http.can_connect".over("env:prod").by("host").last(4).count_by_status()',
    ),
    monitor(
      'formula("query1 / (query2 + query3").last("5m") > 1',
      'formula("query1 / (query2 + query3)").last("5m") > 1',
    ),
    monitor('formula("query1 / query2).last("5m") > 1', 'formula("query1 / query2").last("5m") > 1'),
  ],
  'colons, commas and names that are forgotten': [
    metric('avg system.load.1{*}', 'avg:system.load.1{*}'),
    metric('avg:{env:prod}'),
    metric('{env:prod}'),
    monitor('avg(last_5m)avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg(last_5m) avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('system.load.1 > 4', 'avg(last_5m):system.load.1 > 4'),
    monitor('avg(last_5m): > 4'),
    monitor(
      "avg(last_4h):anomalies(avg:system.cpu.user{*} 'basic', 2) >= 1",
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic', 2) >= 1",
    ),
    monitor(
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic' 2) >= 1",
      "avg(last_4h):anomalies(avg:system.cpu.user{*}, 'basic', 2) >= 1",
    ),
    metric(
      'avg:system.cpu.user{env:prod} by {host service}',
      'avg:system.cpu.user{env:prod} by {host,service}',
    ),
    metric('avg:system.cpu.user{env:prod service:api}', 'avg:system.cpu.user{env:prod AND service:api}'),
    metric('avg:system.cpu.user{env:prod,}', 'avg:system.cpu.user{env:prod}'),
    metric('avg:system.cpu.user{env:prod} by {host,}', 'avg:system.cpu.user{env:prod} by {host}'),
    metric('abs(avg:system.cpu.user{*},)', 'abs(avg:system.cpu.user{*})'),
    metric('avg:system.cpu.user{}', 'avg:system.cpu.user{*}'),
    metric('avg:system.cpu.user{*} by {}', 'avg:system.cpu.user{*}'),
    metric('sum:hits{*}.as_count', 'sum:hits{*}.as_count()'),
    metric('avg:a.b{*} avg:c.d{*}'),
    metric('avg:a.b{*} +'),
    metric('avg:a.b{env:prod AND}'),
    monitor(
      'change(avg(last_5m) last_1h):avg:system.load.1{*} > 4',
      'change(avg(last_5m),last_1h):avg:system.load.1{*} > 4',
    ),
    monitor(
      'logs("status:error").index("*").rollup("count") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs("status:error").index("*").last("5m") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      '"ntp.in_sync".over("*").by("host").count_by_status()',
      '"ntp.in_sync".over("*").by("host").last(2).count_by_status()',
    ),
    monitor(
      '"ntp.in_sync".over("*").by("host").last(2)',
      '"ntp.in_sync".over("*").by("host").last(2).count_by_status()',
    ),
    monitor(
      '"ntp.in_sync".over("*").by("host").last(2).count_by_status',
      '"ntp.in_sync".over("*").by("host").last(2).count_by_status()',
    ),
    monitor('error_budget("abc").over("30d")'),
    monitor(
      'burn_rate(0123abc).over("30d").long_window("1h").short_window("5m") > 14.4',
      'burn_rate("0123abc").over("30d").long_window("1h").short_window("5m") > 14.4',
    ),
  ],
  'the order of things': [
    metric('avg:system.cpu.user by {host}{env:prod}', 'avg:system.cpu.user{env:prod} by {host}'),
    metric('sum:hits{*}.as_count() by {host}', 'sum:hits{*} by {host}.as_count()'),
    metric('sum:hits.as_count(){env:prod}', 'sum:hits{env:prod}.as_count()'),
    metric('avg:system.cpu.user{*} by {host} by {env}', 'avg:system.cpu.user{*} by {host,env}'),
    metric('avg:system.cpu.user{*}.rollup(60, sum)', 'avg:system.cpu.user{*}.rollup(sum, 60)'),
    metric('avg:system.cpu.user{*} by (host)', 'avg:system.cpu.user{*} by {host}'),
    metric('avg:system.cpu.user{*} by [host]', 'avg:system.cpu.user{*} by {host}'),
    metric('avg:system.cpu.user{*} by host', 'avg:system.cpu.user{*} by {host}'),
    metric('avg:system.cpu.user{*} by host, service', 'avg:system.cpu.user{*} by {host,service}'),
    metric(
      "top(avg:system.cpu.user{*} by host, 10, 'mean', 'desc')",
      "top(avg:system.cpu.user{*} by {host}, 10, 'mean', 'desc')",
    ),
    metric('abs(avg:system.cpu.user{*}) by {host}', 'abs(avg:system.cpu.user{*} by {host})'),
  ],
  'windows and comparisons': [
    monitor('avg(last5m):avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg(5m):avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg(last 5 minutes):avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg("last_5m"):avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg():avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg[last_5m]:avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('average(last_5m):avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('agv(last_5m):avg:system.load.1{*} > 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor(
      'change(avg(last_5m)):avg:system.load.1{*} > 4',
      'change(avg(last_5m),last_1h):avg:system.load.1{*} > 4',
    ),
    monitor('avg(last_5m):avg:system.load.1{*}'),
    monitor('avg(last_5m):avg:system.load.1{*} >'),
    monitor('avg(last_5m):avg:system.load.1{*} 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg(last_5m):avg:system.load.1{*} => 4', 'avg(last_5m):avg:system.load.1{*} >= 4'),
    monitor('avg(last_5m):avg:system.load.1{*} =< 4', 'avg(last_5m):avg:system.load.1{*} <= 4'),
    monitor('avg(last_5m):avg:system.load.1{*} = 4', 'avg(last_5m):avg:system.load.1{*} == 4'),
    monitor('avg(last_5m):avg:system.load.1{*} <> 4', 'avg(last_5m):avg:system.load.1{*} != 4'),
    monitor('avg(last_5m):avg:system.load.1{*} ≥ 4', 'avg(last_5m):avg:system.load.1{*} >= 4'),
    monitor('avg(last_5m):avg:system.cpu.user{*} > 90%', 'avg(last_5m):avg:system.cpu.user{*} > 90'),
    monitor('avg(last_5m):avg:http.latency{*} > 5s', 'avg(last_5m):avg:http.latency{*} > 5'),
    monitor('avg(last_5m):avg:queue.size{*} > 1.5k', 'avg(last_5m):avg:queue.size{*} > 1500'),
    monitor('avg(last_5m):avg:queue.size{*} > 10,000', 'avg(last_5m):avg:queue.size{*} > 10000'),
    monitor('avg(last_5m):avg:system.load.1{*} > .5', 'avg(last_5m):avg:system.load.1{*} > 0.5'),
    monitor('avg(last_5m):avg:system.load.1{*} > "4"', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg(last_5m):avg:system.load.1{*} > 4;', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('avg(last_5m):avg:system.load.1{*} above 4', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor(
      'logs("status:error").index("*").rollup("count").last("last_5m") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs("status:error").index("*").rollup("count").last("5 minutes") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs("status:error").index("*").rollup("count").last(5m) > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor('logs("status:error").index("*").rollup("count").last("5m")'),
    monitor(
      '"ntp.in_sync".over("*").by("host").last(2).count_by_status() > 3',
      '"ntp.in_sync".over("*").by("host").last(2).count_by_status()',
    ),
    metric('avg:system.load.1{*}.rollup(sum, 5m)', 'avg:system.load.1{*}.rollup(sum, 300)'),
    metric('timeshift(avg:system.load.1{*}, -1h)', 'timeshift(avg:system.load.1{*}, -3600)'),
  ],
  'habits of other languages': [
    metric('avg:system.cpu.user{env=prod}', 'avg:system.cpu.user{env:prod}'),
    metric('avg:system.cpu.user{env="prod"}', 'avg:system.cpu.user{env:prod}'),
    metric("avg:system.cpu.user{env == 'prod'}", 'avg:system.cpu.user{env:prod}'),
    metric('avg:system.cpu.user{env!=prod}', 'avg:system.cpu.user{!env:prod}'),
    metric('avg:system.cpu.user{env!="prod",service="api"}', 'avg:system.cpu.user{!env:prod,service:api}'),
    metric('avg:system.cpu.user{service=~"web.*"}', 'avg:system.cpu.user{service:web*}'),
    metric('avg:system.cpu.user{service=~"web|api"}', 'avg:system.cpu.user{service IN (web,api)}'),
    metric('avg:system.cpu.user{service:"my app"}', 'avg:system.cpu.user{service:my_app}'),
    metric('avg:system.cpu.user{service:(api OR web)}', 'avg:system.cpu.user{service IN (api,web)}'),
    metric('avg:system.cpu.user{env:prod && service:api}', 'avg:system.cpu.user{env:prod AND service:api}'),
    metric('avg:system.cpu.user{env:prod || env:staging}', 'avg:system.cpu.user{env:prod OR env:staging}'),
    metric('avg:system.cpu.user{env:prod And service:api}', 'avg:system.cpu.user{env:prod AND service:api}'),
    metric('rate(http_requests{*}[5m])', 'per_second(http_requests{*})'),
    metric('sum by (host) (http_requests{env:prod})', 'sum:http_requests{env:prod} by {host}'),
    metric('sum(http_requests{env:prod}) by (host)', 'sum:http_requests{env:prod} by {host}'),
    metric('avg(system.load.1{*})', 'avg:system.load.1{*}'),
    metric("avg:system.cpu.user WHERE env = 'prod'", 'avg:system.cpu.user{env:prod}'),
    metric('avg:system.cpu.user{*} WHERE env:prod GROUP BY host', 'avg:system.cpu.user{env:prod} by {host}'),
    metric(
      'avg:system.cpu.user{env:prod} GROUP BY host, service',
      'avg:system.cpu.user{env:prod} by {host,service}',
    ),
    metric('SELECT avg(system.cpu.user) FROM metrics'),
    metric(
      "anomalies(avg:a.b{*}, 'basic', 2, direction: 'both')",
      "anomalies(avg:a.b{*}, 'basic', 2, direction='both')",
    ),
    metric('avg:a.b{*} % 2'),
    metric('avg:a.b{*} ^ 2'),
    formula('query1 / query2)', 'query1 / query2'),
    formula('abs(query1', 'abs(query1)'),
    formula("top(query1, 10, mean, 'desc'", "top(query1, 10, 'mean', 'desc')"),
    composite('12345 AND 67890', '12345 && 67890'),
    composite('12345 & 67890', '12345 && 67890'),
    composite('12345 or not 67890', '12345 || !67890'),
    composite('(12345 && 67890', '12345 && 67890'),
    composite('12345 && 67890)', '12345 && 67890'),
    composite('12345 67890', '12345 && 67890'),
    composite('12345 &&'),
    composite('cpu-alert && 67890'),
  ],
  'event monitors': [
    monitor(
      'log("status:error").index("*").rollup("count").last("5m") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'event("status:error").rollup("count").last("5m") > 3',
      'events("status:error").rollup("count").last("5m") > 3',
    ),
    monitor(
      'trace_analytics("service:api").rollup("count").last("5m") > 3',
      'trace-analytics("service:api").rollup("count").last("5m") > 3',
    ),
    monitor(
      "logs('status:error').index('*').rollup('count').last('5m') > 3",
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs(status:error).index("*").rollup("count").last("5m") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs("status:error").index(*).rollup(count).last("5m") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs("status:error").index("*").rollup("count").by(host).last("5m") > 3',
      'logs("status:error").index("*").rollup("count").by("host").last("5m") > 3',
    ),
    monitor(
      'logs("status:error").index("*").rollup("avg" "@duration").last("5m") > 3',
      'logs("status:error").index("*").rollup("avg", "@duration").last("5m") > 3',
    ),
    monitor(
      'logs("service:api "stream aborted"").index("*").rollup("count").last("5m") > 3',
      'logs("service:api \\"stream aborted\\"").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'http.can_connect.over("env:prod").by("host").last(2).count_by_status()',
      '"http.can_connect".over("env:prod").by("host").last(2).count_by_status()',
    ),
    monitor(
      'logs "status:error").index("*").rollup("count").last("5m") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor('avg(last_5m):avg:system.load.1{*} > 4', undefined, 'log alert'),
    monitor('logs("*").index("*").rollup("count").last("5m") > 3', undefined, 'metric alert'),
    monitor('query', undefined, 'log alert'),
    monitor('THIS IS A BAD QUERY', undefined, 'metric alert'),
    monitor(''),
  ],
  'keyboards and the clipboard': [
    metric('avg：system.cpu.user{env:prod}', 'avg:system.cpu.user{env:prod}'),
    metric('avg:system.cpu.user｛env:prod｝', 'avg:system.cpu.user{env:prod}'),
    metric('avg:system.cpu.user{env：prod，service：api}', 'avg:system.cpu.user{env:prod,service:api}'),
    metric('avg:system.cpu.user{env:prod、service:api}', 'avg:system.cpu.user{env:prod,service:api}'),
    metric('avg:system.cpu.user{*}　by　{host}', 'avg:system.cpu.user{*} by {host}'),
    monitor('avg（last_5m）：avg:system.cpu.user{*} ＞ ９０', 'avg(last_5m):avg:system.cpu.user{*} > 90'),
    monitor('avg(last_5m):avg:system.cpu.user{*} ＞＝ 90', 'avg(last_5m):avg:system.cpu.user{*} >= 90'),
    monitor(
      'logs(「status:error」).index("*").rollup("count").last("5m") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'logs(“status:error”).index(“*”).rollup(“count”).last(“5m”) > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor(
      'avg(last_4h):anomalies(avg:a.b{*}, ‘basic’, 2) >= 1',
      "avg(last_4h):anomalies(avg:a.b{*}, 'basic', 2) >= 1",
    ),
    monitor('avg(last_5m):avg:a.b{*} – avg:c.d{*} > 4', 'avg(last_5m):avg:a.b{*} - avg:c.d{*} > 4'),
    monitor(
      'logs(\\"status:error\\").index(\\"*\\").rollup(\\"count\\").last(\\"5m\\") > 3',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor('"avg(last_5m):avg:system.load.1{*} > 4"', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor('`avg(last_5m):avg:system.load.1{*} > 4`', 'avg(last_5m):avg:system.load.1{*} > 4'),
    monitor(
      '{"name":"Load","type":"query alert","query":"avg(last_5m):avg:system.load.1{*} > 4","message":""}',
      'avg(last_5m):avg:system.load.1{*} > 4',
    ),
    monitor(
      '"query": "logs(\\"status:error\\").index(\\"*\\").rollup(\\"count\\").last(\\"5m\\") > 3",',
      'logs("status:error").index("*").rollup("count").last("5m") > 3',
    ),
    monitor('query = "avg(last_5m):avg:system.load.1{*} > 4"', 'avg(last_5m):avg:system.load.1{*} > 4'),
  ],
  'several mistakes at once': [
    monitor(
      'avg(last5m):avg:system.cpu.user{env=prod} by (host) => 90%',
      'avg(last_5m):avg:system.cpu.user{env:prod} by {host} >= 90',
    ),
    monitor(
      'average(5m)avg:system.cpu.user{env="prod",} by host > .5',
      'avg(last_5m):avg:system.cpu.user{env:prod} by {host} > 0.5',
    ),
    metric(
      'sum:hits{env=prod} by (host) / sum:requests{env=prod} by (host',
      'sum:hits{env:prod} by {host} / sum:requests{env:prod} by {host}',
    ),
    monitor(
      "log('status:error').index(*).rollup(count) = 3",
      'logs("status:error").index("*").rollup("count").last("5m") == 3',
    ),
  ],
}
