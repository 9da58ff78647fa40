import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'

export type ButtonFieldsProps = {
  button: DefinitionButton
  index: number
  path: string
  /** A field given `undefined` is taken away. */
  write: (change: Record<string, unknown>) => void
}
