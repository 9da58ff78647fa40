import { Button } from '@open-mercato/ui/primitives/button'
import { Braces } from 'lucide-react'
import { useEditor } from '../editorContext.ts'
import { nextVariable, variablesIn } from '../model/variables.ts'
import { useText } from '../useText.ts'

type VariableButtonProps = { text: string; most?: number; onInsert: (variable: string) => void }

/** Puts the next variable into a text. */
export function VariableButton({ text: written, most = 100, onInsert }: VariableButtonProps) {
  const text = useText()
  const { parameterFormat } = useEditor().definition
  return (
    <Button
      variant="outline"
      size="sm"
      className="w-fit"
      disabled={variablesIn(written).length >= most}
      onClick={() => onInsert(`{{${nextVariable(written, parameterFormat)}}}`)}
    >
      <Braces />
      {text('variables.insert')}
    </Button>
  )
}
