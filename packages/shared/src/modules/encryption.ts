/** `field` is a column name. */
export interface ModuleEncryptionFieldRule {
  field: string
}

/** `entityId` is `<module>:<entity_in_snake_case>`. */
export interface ModuleEncryptionMap {
  entityId: string
  fields: ModuleEncryptionFieldRule[]
}
