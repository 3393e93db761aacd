export type { FaultPlan, FaultRule, QueryJudge, Sandbox, SandboxOptions } from './options.js'
export { openSandbox, startSandbox } from './start.js'
