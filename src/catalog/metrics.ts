/** What is known about a widely used metric. */
export interface MetricFacts {
  readonly type: 'gauge' | 'count' | 'rate' | 'distribution'
  /** Datadog's unit name; `percent` runs from 0 to 100 and `fraction` from 0 to 1. Absent for plain numbers. */
  readonly unit?: string
  /** The values are this much for each second: https://docs.datadoghq.com/metrics/units/ */
  readonly per?: 'second'
  readonly en: string
  readonly ja: string
}

/** Agent metrics: https://docs.datadoghq.com/integrations/system/ and the pages of each integration. */
export const metrics = {
  'system.cpu.user': {
    type: 'gauge',
    unit: 'percent',
    en: 'CPU time spent in user programs',
    ja: 'ユーザープログラムが使った CPU 時間',
  },
  'system.cpu.system': {
    type: 'gauge',
    unit: 'percent',
    en: 'CPU time spent in the kernel',
    ja: 'カーネルが使った CPU 時間',
  },
  'system.cpu.idle': { type: 'gauge', unit: 'percent', en: 'CPU time spent idle', ja: 'CPU のアイドル時間' },
  'system.cpu.iowait': {
    type: 'gauge',
    unit: 'percent',
    en: 'CPU time spent waiting for disks',
    ja: 'ディスク待ちの CPU 時間',
  },
  'system.cpu.stolen': {
    type: 'gauge',
    unit: 'percent',
    en: 'CPU time the hypervisor gave to others',
    ja: 'ハイパーバイザーに奪われた CPU 時間',
  },
  'system.load.1': { type: 'gauge', en: 'load average over 1 minute', ja: '1 分間のロードアベレージ' },
  'system.load.5': { type: 'gauge', en: 'load average over 5 minutes', ja: '5 分間のロードアベレージ' },
  'system.load.15': { type: 'gauge', en: 'load average over 15 minutes', ja: '15 分間のロードアベレージ' },
  'system.load.norm.1': {
    type: 'gauge',
    en: 'load average over 1 minute per core',
    ja: '1 コアあたりの 1 分間ロードアベレージ',
  },
  'system.mem.used': { type: 'gauge', unit: 'byte', en: 'memory in use', ja: '使用中のメモリ' },
  'system.mem.free': { type: 'gauge', unit: 'byte', en: 'free memory', ja: '空きメモリ' },
  'system.mem.total': { type: 'gauge', unit: 'byte', en: 'total memory', ja: 'メモリの総量' },
  'system.mem.usable': {
    type: 'gauge',
    unit: 'byte',
    en: 'memory that programs can still get',
    ja: '利用可能なメモリ',
  },
  'system.mem.pct_usable': {
    type: 'gauge',
    unit: 'fraction',
    en: 'share of memory that programs can still get',
    ja: '利用可能なメモリの割合',
  },
  'system.swap.used': { type: 'gauge', unit: 'byte', en: 'swap space in use', ja: '使用中のスワップ' },
  'system.disk.used': { type: 'gauge', unit: 'byte', en: 'disk space in use', ja: '使用中のディスク容量' },
  'system.disk.free': { type: 'gauge', unit: 'byte', en: 'free disk space', ja: 'ディスクの空き容量' },
  'system.disk.total': { type: 'gauge', unit: 'byte', en: 'total disk space', ja: 'ディスクの総容量' },
  'system.disk.in_use': {
    type: 'gauge',
    unit: 'fraction',
    en: 'share of disk space in use',
    ja: 'ディスク使用率',
  },
  'system.fs.inodes.in_use': {
    type: 'gauge',
    unit: 'fraction',
    en: 'share of inodes in use',
    ja: 'inode 使用率',
  },
  'system.io.await': {
    type: 'gauge',
    unit: 'millisecond',
    en: 'average time of a disk request',
    ja: 'ディスク要求の平均待ち時間',
  },
  'system.io.util': {
    type: 'gauge',
    unit: 'percent',
    en: 'share of time the disk was busy',
    ja: 'ディスクがビジーだった時間の割合',
  },
  'system.net.bytes_rcvd': {
    type: 'gauge',
    unit: 'byte',
    per: 'second',
    en: 'bytes received per second',
    ja: '1 秒あたりの受信バイト数',
  },
  'system.net.bytes_sent': {
    type: 'gauge',
    unit: 'byte',
    per: 'second',
    en: 'bytes sent per second',
    ja: '1 秒あたりの送信バイト数',
  },
  'system.uptime': {
    type: 'gauge',
    unit: 'second',
    en: 'time since the host started',
    ja: 'ホスト起動からの経過時間',
  },
  'system.processes.number': { type: 'gauge', unit: 'process', en: 'number of processes', ja: 'プロセス数' },
  'datadog.agent.running': {
    type: 'gauge',
    en: '1 while the Agent reports',
    ja: 'Agent が報告している間は 1',
  },
  'datadog.estimated_usage.logs.ingested_events': {
    type: 'count',
    unit: 'event',
    en: 'log events ingested',
    ja: '取り込まれたログの件数',
  },
  'container.cpu.usage': {
    type: 'rate',
    unit: 'nanocore',
    en: "a container's CPU usage",
    ja: 'コンテナの CPU 使用量',
  },
  'container.cpu.user': {
    type: 'rate',
    unit: 'nanocore',
    en: "a container's CPU usage in user programs",
    ja: 'コンテナのユーザー CPU 使用量',
  },
  'container.cpu.limit': {
    type: 'gauge',
    unit: 'nanocore',
    en: "a container's CPU limit",
    ja: 'コンテナの CPU 上限',
  },
  'container.cpu.throttled': {
    type: 'rate',
    unit: 'nanosecond',
    en: 'time a container was throttled',
    ja: 'コンテナの CPU スロットリング時間',
  },
  'container.memory.usage': {
    type: 'gauge',
    unit: 'byte',
    en: "a container's memory usage",
    ja: 'コンテナのメモリ使用量',
  },
  'container.memory.limit': {
    type: 'gauge',
    unit: 'byte',
    en: "a container's memory limit",
    ja: 'コンテナのメモリ上限',
  },
  'container.uptime': {
    type: 'gauge',
    unit: 'second',
    en: 'time since a container started',
    ja: 'コンテナ起動からの経過時間',
  },
  'docker.containers.running': {
    type: 'gauge',
    unit: 'container',
    en: 'running Docker containers',
    ja: '実行中の Docker コンテナ数',
  },
  'kubernetes.cpu.usage.total': {
    type: 'gauge',
    unit: 'nanocore',
    en: 'CPU used by a container',
    ja: 'コンテナの CPU 使用量',
  },
  'kubernetes.cpu.limits': {
    type: 'gauge',
    unit: 'core',
    en: 'CPU limit of a container',
    ja: 'コンテナの CPU 上限',
  },
  'kubernetes.cpu.requests': {
    type: 'gauge',
    unit: 'core',
    en: 'CPU requested by a container',
    ja: 'コンテナの CPU 要求量',
  },
  'kubernetes.memory.usage': {
    type: 'gauge',
    unit: 'byte',
    en: 'memory used by a container',
    ja: 'コンテナのメモリ使用量',
  },
  'kubernetes.memory.usage_pct': {
    type: 'gauge',
    unit: 'fraction',
    en: 'memory used as a share of the limit',
    ja: '上限に対するメモリ使用率',
  },
  'kubernetes.memory.limits': {
    type: 'gauge',
    unit: 'byte',
    en: 'memory limit of a container',
    ja: 'コンテナのメモリ上限',
  },
  'kubernetes.containers.restarts': {
    type: 'gauge',
    en: 'how often a container has restarted',
    ja: 'コンテナの再起動回数',
  },
  'kubernetes.pods.running': { type: 'gauge', en: 'running pods', ja: '実行中の Pod 数' },
  'kubernetes_state.deployment.replicas_desired': {
    type: 'gauge',
    en: 'replicas a deployment wants',
    ja: 'Deployment の希望レプリカ数',
  },
  'kubernetes_state.deployment.replicas_available': {
    type: 'gauge',
    en: 'replicas of a deployment that are available',
    ja: 'Deployment の利用可能なレプリカ数',
  },
  'kubernetes_state.deployment.replicas_unavailable': {
    type: 'gauge',
    en: 'replicas of a deployment that are missing',
    ja: 'Deployment の利用できないレプリカ数',
  },
  'kubernetes_state.node.by_condition': { type: 'gauge', en: 'nodes by condition', ja: '状態別のノード数' },
  'kubernetes_state.container.waiting': { type: 'gauge', en: 'waiting containers', ja: '待機中のコンテナ数' },
  'aws.ec2.cpuutilization': {
    type: 'gauge',
    unit: 'percent',
    en: 'CPU usage of an EC2 instance',
    ja: 'EC2 インスタンスの CPU 使用率',
  },
  'aws.rds.cpuutilization': {
    type: 'gauge',
    unit: 'percent',
    en: 'CPU usage of an RDS instance',
    ja: 'RDS インスタンスの CPU 使用率',
  },
  'aws.rds.free_storage_space': {
    type: 'gauge',
    unit: 'byte',
    en: 'free storage of an RDS instance',
    ja: 'RDS インスタンスの空きストレージ',
  },
  'aws.rds.database_connections': {
    type: 'gauge',
    unit: 'connection',
    en: 'connections to an RDS instance',
    ja: 'RDS インスタンスへの接続数',
  },
  'aws.elb.httpcode_elb_5xx': {
    type: 'count',
    unit: 'request',
    en: 'errors (5xx) answered by the load balancer',
    ja: 'ロードバランサーが返した 5xx の件数',
  },
  'aws.applicationelb.request_count': {
    type: 'count',
    unit: 'request',
    en: 'requests through the load balancer',
    ja: 'ロードバランサーのリクエスト数',
  },
  'aws.applicationelb.httpcode_target_5xx': {
    type: 'count',
    unit: 'request',
    en: 'errors (5xx) answered by the targets',
    ja: 'ターゲットが返した 5xx の件数',
  },
  'aws.applicationelb.target_response_time.average': {
    type: 'gauge',
    unit: 'second',
    en: 'average response time of the targets',
    ja: 'ターゲットの平均応答時間',
  },
  'aws.sqs.approximate_number_of_messages_visible': {
    type: 'gauge',
    unit: 'message',
    en: 'messages waiting in a queue',
    ja: 'キューで待機中のメッセージ数',
  },
  'aws.sqs.approximate_age_of_oldest_message': {
    type: 'gauge',
    unit: 'second',
    en: 'age of the oldest message in a queue',
    ja: 'キュー内で最も古いメッセージの経過時間',
  },
  'aws.lambda.invocations': {
    type: 'count',
    unit: 'invocation',
    en: 'calls of a Lambda function',
    ja: 'Lambda 関数の呼び出し回数',
  },
  'aws.lambda.errors': {
    type: 'count',
    unit: 'error',
    en: 'failed calls of a Lambda function',
    ja: 'Lambda 関数のエラー数',
  },
  'aws.lambda.throttles': {
    type: 'count',
    unit: 'throttle',
    en: 'throttled calls of a Lambda function',
    ja: 'Lambda 関数のスロットリング回数',
  },
  'aws.lambda.duration': {
    type: 'gauge',
    unit: 'millisecond',
    en: 'run time of a Lambda function',
    ja: 'Lambda 関数の実行時間',
  },
  'nginx.net.request_per_s': {
    type: 'gauge',
    unit: 'request',
    per: 'second',
    en: 'requests per second to nginx',
    ja: 'nginx への 1 秒あたりリクエスト数',
  },
  'redis.mem.used': { type: 'gauge', unit: 'byte', en: 'memory used by Redis', ja: 'Redis の使用メモリ' },
  'postgresql.connections': {
    type: 'gauge',
    unit: 'connection',
    en: 'connections to PostgreSQL',
    ja: 'PostgreSQL への接続数',
  },
  'mysql.performance.queries': {
    type: 'gauge',
    unit: 'query',
    per: 'second',
    en: 'queries per second to MySQL',
    ja: 'MySQL への 1 秒あたりクエリ数',
  },
  'kafka.consumer_lag': {
    type: 'gauge',
    unit: 'offset',
    en: 'messages a consumer is behind',
    ja: 'コンシューマーの遅れ(メッセージ数)',
  },
  'jvm.heap_memory': { type: 'gauge', unit: 'byte', en: 'heap memory in use', ja: '使用中のヒープメモリ' },
  'synthetics.test_runs': {
    type: 'count',
    en: 'runs of Synthetics tests',
    ja: 'Synthetics テストの実行回数',
  },
} as const satisfies Record<string, MetricFacts>

export type KnownMetric = keyof typeof metrics

/** Names that hold the operation or an attribute in the middle, first match wins. */
const patterns: readonly { readonly name: RegExp; readonly facts: MetricFacts }[] = [
  {
    name: /^trace\..+\.hits$/,
    facts: {
      type: 'count',
      unit: 'request',
      en: 'requests of a traced operation',
      ja: 'トレースされた処理のリクエスト数',
    },
  },
  {
    name: /^trace\..+\.errors$/,
    facts: {
      type: 'count',
      unit: 'error',
      en: 'failed requests of a traced operation',
      ja: 'トレースされた処理のエラー数',
    },
  },
  {
    name: /^trace\..+\.hits\.by_http_status$/,
    facts: {
      type: 'count',
      unit: 'request',
      en: 'requests of a traced operation by HTTP status',
      ja: 'HTTP ステータス別のリクエスト数',
    },
  },
  {
    name: /^trace\..+\.duration$/,
    facts: {
      type: 'gauge',
      unit: 'second',
      en: 'total time of a traced operation',
      ja: 'トレースされた処理の合計時間',
    },
  },
  {
    name: /^trace\..+\.apdex$/,
    facts: {
      type: 'gauge',
      en: 'Apdex score of a traced operation',
      ja: 'トレースされた処理の Apdex スコア',
    },
  },
  // Without a suffix: the latency distribution.
  {
    name: /^trace\.[^.]+(\.[^.]+)?$/,
    facts: {
      type: 'distribution',
      unit: 'second',
      en: 'latency of a traced operation',
      ja: 'トレースされた処理の応答時間',
    },
  },
]

/**
 * What is known about a metric by its name, or undefined.
 * @example metricNamed('trace.http.request.errors')?.type // 'count'
 */
export function metricNamed(name: string): MetricFacts | undefined {
  if (Object.hasOwn(metrics, name)) return metrics[name as KnownMetric]
  return patterns.find(pattern => pattern.name.test(name))?.facts
}
