import { Input } from '@open-mercato/ui/primitives/input'
import { BUTTON_TEXT_MAX, CODE_EXPIRY_MINUTES } from '../../../lib/templates/lint/limits.ts'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'
import { usePlace } from '../editorContext.ts'
import {
  acceptZeroTapTerms,
  codeChoices,
  OTP_TYPES,
  setExpiry,
  setOtpText,
  setOtpType,
  setSecurityLine,
} from '../model/authentication.ts'
import { pathOfPart } from '../model/parts.ts'
import { useText } from '../useText.ts'
import { AppsField } from './AppsField.tsx'
import { CountedInput } from './CountedInput.tsx'
import { EditorField } from './EditorField.tsx'
import { PathNotes } from './PathNotes.tsx'
import { Section } from './Section.tsx'
import { SwitchRow } from './SwitchRow.tsx'

/** A code's template: Meta writes its words in every language, and only these few things are chosen. */
export function CodeSection() {
  const text = useText()
  const { parts, path: base, change } = usePlace()
  const choices = codeChoices(parts)
  const { otpType } = choices
  const footer = pathOfPart(parts, 'FOOTER', base)
  const otp = `${pathOfPart(parts, 'BUTTONS', base)}.buttons.0`
  return (
    <Section title={text('code.title')} about={text('code.about')}>
      <SwitchRow
        label={text('code.security')}
        help={text('code.securityHelp')}
        isOn={choices.hasSecurityLine}
        onChange={(isOn) => change((before) => setSecurityLine(before, isOn))}
      />
      <EditorField
        path={`${footer}.code_expiration_minutes`}
        label={text('code.expiry')}
        help={text('code.expiryHelp')}
      >
        <Input
          type="number"
          inputMode="numeric"
          min={CODE_EXPIRY_MINUTES.min}
          max={CODE_EXPIRY_MINUTES.max}
          value={choices.expiryMinutes ?? ''}
          onChange={({ target }) =>
            change((before) => setExpiry(before, target.value ? Math.trunc(Number(target.value)) : null))
          }
        />
      </EditorField>
      <EditorField
        path={`${otp}.otp_type`}
        label={text('code.kind')}
        help={text(`code.kind.about.${otpType}`)}
      >
        <ChoiceSelect
          value={otpType}
          choices={OTP_TYPES.map((value) => ({ value, label: text(`code.kind.${value}`) }))}
          onChange={(next) => change((before) => setOtpType(before, next))}
        />
      </EditorField>
      <EditorField path={`${otp}.text`} label={text('code.copyText')} help={text('code.ownWords')}>
        <CountedInput
          most={BUTTON_TEXT_MAX}
          value={choices.text}
          onChange={(typed) => change((before) => setOtpText(before, 'text', typed))}
        />
      </EditorField>
      {otpType === 'COPY_CODE' ? null : (
        <>
          <EditorField
            path={`${otp}.autofill_text`}
            label={text('code.autofillText')}
            help={text('code.ownWords')}
          >
            <CountedInput
              most={BUTTON_TEXT_MAX}
              value={choices.autofillText}
              onChange={(typed) => change((before) => setOtpText(before, 'autofill_text', typed))}
            />
          </EditorField>
          <AppsField path={otp} apps={choices.apps} />
        </>
      )}
      {otpType === 'ZERO_TAP' ? (
        <SwitchRow
          label={text('code.terms')}
          help={text('code.termsHelp')}
          isOn={choices.acceptsZeroTapTerms}
          onChange={(isOn) => change((before) => acceptZeroTapTerms(before, isOn))}
        />
      ) : null}
      <PathNotes paths={[otp, `${otp}.zero_tap_terms_accepted`, `${otp}.supported_apps`]} />
    </Section>
  )
}
