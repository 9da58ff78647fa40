import { Input } from '@open-mercato/ui/primitives/input'
import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { CALL_TTL_MINUTES, COPY_CODE_MAX, URL_MAX } from '../../../lib/templates/lint/limits.ts'
import { usePlace } from '../editorContext.ts'
import { hasLinkVariable, setLinkVariable } from '../model/buttons.ts'
import { useText } from '../useText.ts'
import type { ButtonFieldsProps } from './buttonFieldsProps.ts'
import { CountedInput } from './CountedInput.tsx'
import { EditorField } from './EditorField.tsx'
import { FlowFields } from './FlowFields.tsx'
import { SwitchRow } from './SwitchRow.tsx'

/** What a button of its kind needs beside its words. */
export function ButtonFields(props: ButtonFieldsProps) {
  const { button, path, write } = props
  const text = useText()
  switch (button.type) {
    case 'URL':
      return <LinkFields {...props} button={button} />
    case 'PHONE_NUMBER':
      return (
        <EditorField path={`${path}.phone_number`} label={text('button.phone')} required>
          <Input
            type="tel"
            dir="ltr"
            placeholder="+48221234501"
            value={button.phone_number}
            onChange={({ target }) => write({ phone_number: target.value })}
          />
        </EditorField>
      )
    case 'COPY_CODE':
      return (
        <EditorField
          path={`${path}.example`}
          label={text('button.code')}
          help={text('button.codeHelp')}
          required
        >
          <CountedInput
            dir="ltr"
            most={COPY_CODE_MAX}
            value={button.example}
            onChange={(example) => write({ example })}
          />
        </EditorField>
      )
    case 'VOICE_CALL':
      return (
        <EditorField
          path={`${path}.ttl_minutes`}
          label={text('button.callMinutes')}
          help={text('button.callHelp')}
        >
          <Input
            type="number"
            inputMode="numeric"
            min={CALL_TTL_MINUTES.min}
            max={CALL_TTL_MINUTES.max}
            value={button.ttl_minutes ?? ''}
            onChange={({ target }) =>
              write({ ttl_minutes: target.value ? Math.trunc(Number(target.value)) : undefined })
            }
          />
        </EditorField>
      )
    case 'FLOW':
      return <FlowFields {...props} button={button} />
    default:
      return null
  }
}

type LinkFieldsProps = ButtonFieldsProps & { button: Extract<DefinitionButton, { type: 'URL' }> }

/** A link, and the part of it that each message may have of its own. */
function LinkFields({ button, index, path, write }: LinkFieldsProps) {
  const text = useText()
  const { change } = usePlace()
  const isOwn = hasLinkVariable(button.url)
  return (
    <>
      <EditorField path={`${path}.url`} label={text('button.link')} required>
        <CountedInput
          type="url"
          dir="ltr"
          most={URL_MAX}
          placeholder="https://"
          value={button.url}
          onChange={(url) => write({ url })}
        />
      </EditorField>
      <SwitchRow
        label={text('button.linkOwn')}
        help={text('button.linkOwnHelp')}
        isOn={isOwn}
        onChange={(isOn) => change((before) => setLinkVariable(before, index, isOn))}
      />
      {isOwn ? (
        <EditorField
          path={`${path}.example`}
          label={text('button.linkSample')}
          help={text('button.linkSampleHelp')}
          required
        >
          <Input
            type="url"
            dir="ltr"
            placeholder={button.url.replace(/\{\{[^}]*\}\}$/, '1042')}
            value={button.example?.[0] ?? ''}
            onChange={({ target }) => write({ example: [target.value] })}
          />
        </EditorField>
      ) : null}
    </>
  )
}
