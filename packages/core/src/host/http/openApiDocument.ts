import type { OpenApiMethodDoc, OpenApiResponseDoc } from '@open-mercato/shared/lib/openapi'
import type { HttpMethod } from '@open-mercato/shared/modules/registry'
import { type ZodType, z } from 'zod'
import type { LoadedRoute } from '../modules/loadModules.ts'
import { openApiPath } from '../modules/routePath.ts'

type Json = Record<string, unknown>

/** One OpenAPI 3.1 document of every route, from the schemas that the routes check their input with. */
export function openApiDocument(routes: readonly LoadedRoute[], publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = openApiPath(route.path)
    paths[path] ??= {}
    for (const method of Object.keys(route.handlers) as HttpMethod[]) {
      paths[path][method.toLowerCase()] = operation(route, method)
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Open Mercato', version: '0.1.0' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'om_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(route: LoadedRoute, method: HttpMethod): Json {
  const doc: OpenApiMethodDoc = route.openApi?.methods[method] ?? {}
  const rules = route.metadata[method] ?? {}
  const responses = [...(doc.responses ?? []), ...(doc.errors ?? [])]
  const isPublic = rules.requireAuth === false
  return {
    tags: doc.tags ?? [route.openApi?.tag ?? route.moduleId],
    summary: doc.summary ?? route.openApi?.summary,
    description: doc.description ?? route.openApi?.description,
    operationId: doc.operationId,
    deprecated: doc.deprecated,
    security: isPublic ? [] : [{ session: [] }, { bearer: [] }],
    ...(rules.requireFeatures?.length && { 'x-required-features': rules.requireFeatures }),
    parameters: [
      ...pathParameters(route, doc.pathParams ?? route.openApi?.pathParams),
      ...parameters('query', doc.query),
      ...parameters('header', doc.headers),
    ],
    ...(doc.requestBody && {
      requestBody: {
        required: true,
        description: doc.requestBody.description,
        content: media(doc.requestBody.contentType, doc.requestBody.schema, doc.requestBody.example, 'input'),
      },
    }),
    responses: responses.length ? byStatus(responses) : { default: { description: 'See the summary.' } },
  }
}

function byStatus(responses: readonly OpenApiResponseDoc[]): Record<string, Json> {
  const known: Record<string, Json> = {}
  for (const { status, description, schema, example, mediaType } of responses) {
    known[status] ??= {
      description: description ?? '',
      ...(schema && { content: media(mediaType, schema, example, 'output') }),
    }
  }
  return known
}

function media(type: string | undefined, schema: ZodType, example: unknown, io: 'input' | 'output'): Json {
  return {
    [type ?? 'application/json']: {
      schema: jsonSchema(schema, io),
      ...(example !== undefined && { example }),
    },
  }
}

function pathParameters(route: LoadedRoute, schema: ZodType | undefined): Json[] {
  const described = parameters('path', schema)
  const names = [...route.path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => name)
  return names.map((name) => ({
    ...(described.find((parameter) => parameter.name === name) ?? {
      name,
      in: 'path',
      schema: { type: 'string' },
    }),
    required: true,
  }))
}

function parameters(place: 'path' | 'query' | 'header', schema: ZodType | undefined): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function jsonSchema(schema: ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}
