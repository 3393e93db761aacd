import { Project } from 'ts-morph'

/** What an editor knows about a project: the language service that completes while somebody types. */
export interface Editor {
  /** The names that are offered where the text has its cursor, the last `|` in it; the file need not exist. */
  complete(path: string, text: string): readonly string[]
}

/** Opens the project of a `tsconfig.json`. The first question reads its types, as in an editor that was just started. */
export function openEditor(configFile: string): Editor {
  const project = new Project({ tsConfigFilePath: configFile })
  const service = project.getLanguageService().compilerObject
  return {
    complete: (path, text) => {
      const position = text.lastIndexOf('|')
      const typed = text.slice(0, position) + text.slice(position + 1)
      project.createSourceFile(path, typed, { overwrite: true })
      return service.getCompletionsAtPosition(path, position, {})?.entries.map(({ name }) => name) ?? []
    },
  }
}
