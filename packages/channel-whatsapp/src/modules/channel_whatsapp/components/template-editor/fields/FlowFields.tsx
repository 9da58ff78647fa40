import { Input } from '@open-mercato/ui/primitives/input'
import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'
import { useText } from '../useText.ts'
import type { ButtonFieldsProps } from './buttonFieldsProps.ts'
import { EditorField } from './EditorField.tsx'

type FlowFieldsProps = ButtonFieldsProps & { button: Extract<DefinitionButton, { type: 'FLOW' }> }
const ICONS = ['DOCUMENT', 'PROMOTION', 'REVIEW'] as const

/** Which flow opens, and where it begins. One that came with its whole source keeps it; it is not shown. */
export function FlowFields({ button, path, write }: FlowFieldsProps) {
  const text = useText()
  const by = button.flow_name === undefined ? 'flow_id' : 'flow_name'
  const action = button.flow_action ?? 'navigate'
  return (
    <>
      {button.flow_json === undefined ? (
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <EditorField path={`${path}.flow`} label={text('button.flowBy')}>
            <ChoiceSelect
              value={by}
              choices={(['flow_id', 'flow_name'] as const).map((value) => ({
                value,
                label: text(`button.flowBy.${value}`),
              }))}
              onChange={(next) =>
                write({ flow_id: undefined, flow_name: undefined, [next]: button[by] ?? '' })
              }
            />
          </EditorField>
          <EditorField path={`${path}.${by}`} label={text(`button.${by}`)} required>
            <Input
              dir="ltr"
              value={button[by] ?? ''}
              onChange={({ target }) => write({ [by]: target.value })}
            />
          </EditorField>
        </div>
      ) : (
        <p className="text-[0.8125rem] text-muted-foreground">{text('button.flowInside')}</p>
      )}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <EditorField path={`${path}.flow_action`} label={text('button.flowAction')}>
          <ChoiceSelect
            value={action}
            choices={(['navigate', 'data_exchange'] as const).map((value) => ({
              value,
              label: text(`button.flowAction.${value}`),
            }))}
            onChange={(next) =>
              write({
                flow_action: next,
                navigate_screen: next === 'navigate' ? button.navigate_screen : undefined,
              })
            }
          />
        </EditorField>
        {action === 'navigate' ? (
          <EditorField path={`${path}.navigate_screen`} label={text('button.flowScreen')}>
            <Input
              dir="ltr"
              value={button.navigate_screen ?? ''}
              onChange={({ target }) => write({ navigate_screen: target.value || undefined })}
            />
          </EditorField>
        ) : null}
      </div>
      <EditorField path={`${path}.icon`} label={text('button.flowIcon')}>
        <ChoiceSelect
          value={button.icon ?? 'NONE'}
          choices={(['NONE', ...ICONS] as const).map((value) => ({
            value,
            label: text(`button.flowIcon.${value}`),
          }))}
          onChange={(icon) => write({ icon: icon === 'NONE' ? undefined : icon })}
        />
      </EditorField>
    </>
  )
}
