import type { Json, JsonObject } from '../../model/index.js'
import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** A button that runs a workflow. */
export interface RunWorkflowOptions extends WidgetOptions {
  readonly inputs?: readonly { readonly name: string; readonly value: string }[]
}

/** Runs a workflow, by its id. @example runWorkflow('Restart', '2e055f16-8b6a-4cdd-b452-17a34c44b160', { inputs: [{ name: 'env', value: '$env' }] }) */
export function runWorkflow(title: Title, workflow: string, options: RunWorkflowOptions = {}): Widget {
  return builtWidget('run_workflow', [title, workflow], options)
}

/** What an app of the App Builder is given. */
export interface EmbeddedAppOptions extends WidgetOptions {
  /** The id of an app, or the name of a template. */
  readonly app?: string
  readonly template?: string
  readonly inputs?: readonly { readonly name: string; readonly value: Json }[]
}

/** An app inside the board. @example embeddedApp('On call', { template: 'embedded_pagerduty_service_manager' }) */
export function embeddedApp(title: Title, options: EmbeddedAppOptions = {}): Widget {
  return builtWidget('embedded_app', [title], options)
}

/** A widget of an app from the marketplace, by the ids of both. @example customWidget('Flags', 'app-id', 'flags_widget') */
export function customWidget(
  title: Title,
  app: string,
  widget: string,
  options: WidgetOptions & { readonly options?: JsonObject } = {},
): Widget {
  return builtWidget('custom', [title, app, widget], options)
}
