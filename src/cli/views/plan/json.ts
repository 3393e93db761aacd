/** One result as itself, several as a list: what `--format json` prints. Each holds its `version`. */
export function resultsJson(results: readonly unknown[], asList: boolean): string {
  return `${JSON.stringify(asList ? results : results[0], null, 2)}\n`
}
