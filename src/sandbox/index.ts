export type { FaultPlan, FaultRule, QueryJudge, Sandbox, SandboxOptions } from './options.js'
export { clearSandbox, openSandbox, startSandbox } from './start.js'
