/** One line of the app's list: a module's id and the package that carries it. */
export interface ModuleEntry {
  id: string
  from: string
}
