import type { ZodType } from 'zod'

export type OpenApiHttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface OpenApiResponseDoc {
  status: number
  description?: string
  schema?: ZodType
  example?: unknown
  mediaType?: string
}

export interface OpenApiRequestBodyDoc {
  contentType?: string
  schema: ZodType
  example?: unknown
  description?: string
}

export interface OpenApiMethodDoc {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  query?: ZodType
  headers?: ZodType
  pathParams?: ZodType
  requestBody?: OpenApiRequestBodyDoc
  responses?: OpenApiResponseDoc[]
  errors?: OpenApiResponseDoc[]
  deprecated?: boolean
}

export interface OpenApiRouteDoc {
  tag?: string
  summary?: string
  description?: string
  pathParams?: ZodType
  methods: Partial<Record<OpenApiHttpMethod, OpenApiMethodDoc>>
}
