import { type TranslateFn, useT } from '@open-mercato/shared/lib/i18n/context'
import { type ApiCallResult, apiCall } from '@open-mercato/ui/backend/utils/apiCall'
import { useInFlightGuard } from '@open-mercato/ui/hooks/useInFlightGuard'
import { Alert, AlertDescription } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { PasswordInput } from '@open-mercato/ui/primitives/password-input'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { type FormEvent, useRef, useState } from 'react'

type Failure = { code?: string; fieldErrors?: Record<string, string> }
type FieldErrors = { email?: string; password?: string }

export function LoginForm({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useT()
  const { isPending, run } = useInFlightGuard()
  const [problem, setProblem] = useState<string | null>(null)
  const [fieldErrors, setFieldErrors] = useState<FieldErrors>({})
  const form = useRef<HTMLFormElement>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const data = new FormData(form.current!)
    const email = String(data.get('email')).trim()
    const password = String(data.get('password'))
    setProblem(null)
    const missing = missingFields({ email, password }, t)
    setFieldErrors(missing)
    if (missing.email || missing.password) {
      form.current
        ?.querySelector<HTMLInputElement>(missing.email ? '[name=email]' : '[name=password]')
        ?.focus()
      return
    }
    await run(async () => {
      const call = await apiCall<Failure>('/api/auth/login', {
        method: 'POST',
        body: JSON.stringify({ email, password }),
      }).catch(() => null)
      if (call?.ok) return onSignedIn()
      if (call?.status === 400 && call.result?.fieldErrors) {
        setFieldErrors(malformedFields(call.result.fieldErrors, t))
      } else {
        setProblem(describe(call, t))
      }
    })
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label={t('auth.login.title', 'Sign in')}
      className="grid gap-4 rounded-xl border bg-card p-6 shadow-card"
    >
      {problem ? (
        <Alert status="error">
          <AlertDescription>{problem}</AlertDescription>
        </Alert>
      ) : null}
      <FormField label={t('auth.login.email', 'E-mail address')} error={fieldErrors.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          size="lg"
        />
      </FormField>
      <FormField label={t('auth.login.password', 'Password')} error={fieldErrors.password}>
        <PasswordInput name="password" autoComplete="current-password" size="lg" />
      </FormField>
      <Button type="submit" size="lg" disabled={isPending} className="mt-1 w-full">
        {isPending ? <Spinner size="sm" /> : null}
        {isPending ? t('auth.login.submitting', 'Signing in…') : t('auth.login.submit', 'Sign in')}
      </Button>
    </form>
  )
}

function missingFields(values: { email: string; password: string }, t: TranslateFn): FieldErrors {
  return {
    ...(values.email ? {} : { email: t('auth.login.email_missing', 'Enter your e-mail address.') }),
    ...(values.password ? {} : { password: t('auth.login.password_missing', 'Enter your password.') }),
  }
}

function malformedFields(fieldErrors: Record<string, string>, t: TranslateFn): FieldErrors {
  return {
    ...(fieldErrors.email
      ? { email: t('auth.login.email_malformed', 'This is not a complete e-mail address.') }
      : {}),
    ...(fieldErrors.password ? { password: fieldErrors.password } : {}),
  }
}

function describe(call: ApiCallResult<Failure> | null, t: TranslateFn): string {
  if (!call)
    return t('auth.login.offline', 'The server cannot be reached. Check your connection and try again.')
  if (call.status === 401) {
    return t('auth.login.invalid_credentials', 'The e-mail address or the password is wrong.')
  }
  if (call.status === 429) {
    const seconds = Number(call.response.headers.get('retry-after')) || 60
    return t('auth.login.too_many_attempts', 'Too many attempts. Please wait {minutes} min and try again.', {
      minutes: Math.max(1, Math.ceil(seconds / 60)),
    })
  }
  return t('auth.login.failed', 'Signing in did not work just now. Please try again in a moment.')
}
