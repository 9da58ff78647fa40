const entityIds = new WeakMap<object, string>()

/** Bootstrap only: which `<module>:<entity>` a class is. */
export function registerEntityId(entityClass: object, moduleId: string, name: string): void {
  const snake = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  entityIds.set(entityClass, `${moduleId}:${snake}`)
}

export function entityIdOf(entityClass: object): string | undefined {
  return entityIds.get(entityClass)
}
