import type { Context } from 'hono'
import type { SimulatorAccount } from '../accounts/account.ts'
import { libraryTemplate } from '../accounts/template-library.ts'
import { checkRoom, createTemplate } from '../actions/create-template.ts'
import { checkDefinition } from '../rules/template/definition/check-definition.ts'
import { definitionSchema, fromLibrarySchema } from '../rules/template/definition/definition-schema.ts'
import { checkHeaderSamples } from '../rules/template/definition/header-samples.ts'
import { readTemplateBody } from '../rules/template/definition/read-definition.ts'
import { fillLibraryTemplate } from '../rules/template/fill-library-template.ts'
import { listedComponents } from '../rules/template/listed-components.ts'
import type { World } from '../world/world.ts'
import type { GraphEnv } from './graph-env.ts'
import { ownAccount } from './lists-route.ts'
import { parameterRefusal } from './template-refusal.ts'

/** `POST /{waba-id}/message_templates`: the template waits for its review; one from the library needs none. */
export function postTemplates(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const isFromLibrary = c.get('parameters').library_template_name !== undefined
  return isFromLibrary ? postFromLibrary(c, account) : postDefinition(c, account)
}

function postDefinition(c: Context<GraphEnv>, account: SimulatorAccount): Response {
  const simulation = c.get('simulation')
  const {
    access_token: _token,
    allow_category_change: _change,
    ...definition
  } = readTemplateBody(definitionSchema, c.get('parameters'))
  checkDefinition(definition)
  checkHeaderSamples(definition.components, sampleTypes(simulation.store.world, account))
  checkRoom(simulation, account, definition.name, [definition.language])
  const components = listedComponents(definition.components, definition.language)
  const { id, status, category } = createTemplate(simulation, account, { ...definition, components })
  return c.json({ id, status, category })
}

function postFromLibrary(c: Context<GraphEnv>, account: SimulatorAccount): Response {
  const wanted = readTemplateBody(fromLibrarySchema, c.get('parameters'))
  const { name, language, library_template_name } = wanted
  const entry = libraryTemplate(library_template_name, language)
  if (!entry) {
    throw parameterRefusal(`The library has no template ${library_template_name} in ${language}.`)
  }
  if (wanted.category !== entry.category)
    throw parameterRefusal(`Param category must be one of {${entry.category}} - got "${wanted.category}".`)
  const components = fillLibraryTemplate(entry, wanted.library_template_button_inputs ?? [])
  checkRoom(c.get('simulation'), account, name, [language])
  const { id, status, category } = createTemplate(c.get('simulation'), account, {
    name,
    language,
    category: entry.category,
    parameter_format: 'POSITIONAL',
    components,
    status: 'APPROVED',
    library_template_name,
  })
  return c.json({ id, status, category })
}

/** The types of the files that the account's app has uploaded, by their handles. */
export function sampleTypes(world: World, { appId }: SimulatorAccount) {
  return (handle: string): string | undefined => {
    const file = world.handledFiles[handle]
    return file?.appId === appId ? file.mimeType : undefined
  }
}
