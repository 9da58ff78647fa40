export type {
  OpenApiHttpMethod,
  OpenApiMethodDoc,
  OpenApiRequestBodyDoc,
  OpenApiResponseDoc,
  OpenApiRouteDoc,
} from './openapi/types.ts'
