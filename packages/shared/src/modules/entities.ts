/** `<module>:<entity_in_snake_case>` */
export type EntityId = string

/** A declared link between rows of two modules, which never reference each other's tables. */
export interface EntityExtension {
  base: EntityId
  extension: EntityId
  join: { baseKey: string; extensionKey: string }
  cardinality?: 'one-to-one' | 'one-to-many' | 'many-to-one' | 'many-to-many'
  required?: boolean
  description?: string
}
