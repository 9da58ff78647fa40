import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, type ReactElement } from 'react'
import texts from '../../../i18n/en.json' with { type: 'json' }
import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { TemplateEditor, type TemplateEditorProps } from '../TemplateEditor.tsx'

type Body = Record<string, unknown>
type Answer = { status?: number; body: unknown }

/** A template that nothing is said against. */
export const fine: TemplateDefinition = {
  name: 'order_shipped',
  language: 'en_US',
  category: 'UTILITY',
  parameterFormat: 'POSITIONAL',
  components: [
    {
      type: 'BODY',
      text: 'Hello {{1}}, your order {{2}} has left our warehouse and will be with you soon.',
      example: { body_text: [['Maria', '1042']] },
    },
  ],
}

export const limits = {
  canEdit: true,
  reason: null,
  nextEditAt: null,
  leftIn30Days: 9,
  canChangeCategory: false,
  canDelete: true,
  canArchive: true,
  canUnarchive: false,
  canUnpause: false,
}

type Served = Partial<TemplateEditorProps> & {
  /** By `METHOD /path`; a list is answered one after the other, its last again and again. */
  answers?: Record<string, Answer | Answer[]>
}

/** What a test brings along: the plugin itself knows no library for tests. */
interface Tools<View, Spy extends (...given: unknown[]) => unknown> {
  spy: () => Spy
  render: (element: ReactElement) => View
  screen: {
    findByLabelText: (text: string | RegExp, options?: { selector: string }) => Promise<HTMLElement>
    findByRole: (role: string, options: { name: string | RegExp }) => Promise<HTMLElement>
    getByRole: (role: string, options: { name: string }) => HTMLElement
  }
  userEvent: {
    click: (element: Element) => Promise<unknown>
    paste: (text: string) => Promise<unknown>
    keyboard: (keys: string) => Promise<unknown>
  }
  waitFor: <Result>(check: () => Result, options?: { timeout: number }) => Promise<Result>
}

export interface Call {
  what: string
  body: Body
}

/** The editor as a person has it before them, and what they do with it. */
export function editorWith<View, Spy extends (...given: unknown[]) => unknown>(tools: Tools<View, Spy>) {
  const { spy, render, screen, userEvent, waitFor } = tools
  return {
    /** On the screen, over a server that keeps one draft; `calls` are the changes that reached it. */
    showEditor({ answers = {}, ...props }: Served = {}) {
      const calls = serve(answers, props.initial ?? fine)
      const [onClose, onSubmitted] = [spy(), spy()]
      const view = render(
        <I18nProvider locale="en" dict={texts}>
          <QueryClientProvider client={new QueryClient()}>
            <TemplateEditor
              draftId={null}
              connectionId="k1"
              template={null}
              onClose={onClose}
              onSubmitted={onSubmitted}
              {...props}
            />
          </QueryClientProvider>
        </I18nProvider>,
      )
      return { calls, onClose, onSubmitted, ...view }
    },
    theBody: async () => (await screen.findByLabelText(/^Text of the message/)) as HTMLTextAreaElement,
    thePhone: () => screen.getByRole('region', { name: 'As the customer’s phone shows it' }),
    press: async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name })),
    /** A draft is saved when nothing more came for a moment: longer than a test mostly waits. */
    soon: <Result,>(check: () => Result) => waitFor(check, { timeout: 10_000 }),
    /** Puts a text where the cursor is, at once: key by key a whole editor is drawn anew for each. */
    async write(field: HTMLElement, text: string) {
      await userEvent.click(field)
      await userEvent.paste(text)
    },
    /** Chooses one of a list as a person at the keyboard does: this DOM knows no pointer for it. */
    async choose(label: string, name: string) {
      const list = await screen.findByLabelText(label, { selector: '[role=combobox]' })
      act(() => list.focus())
      await userEvent.keyboard('{Enter}')
      // By role this DOM would look at the styles of every option: of a hundred languages that takes seconds.
      const option = await waitFor(() => {
        const options = [...document.querySelectorAll<HTMLElement>('[role=option]')]
        const found = options.find(({ textContent }) => textContent === name)
        if (!found) throw new Error(`There is no “${name}” to choose.`)
        return found
      })
      act(() => option.focus())
      await userEvent.keyboard('{Enter}')
    },
  }
}

function serve(answers: NonNullable<Served['answers']>, draft: TemplateDefinition): Call[] {
  // What this DOM lacks and lists and switches ask for.
  HTMLElement.prototype.scrollIntoView ??= () => {}
  HTMLElement.prototype.hasPointerCapture ??= () => false
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  const calls: Call[] = []
  let saves = 0
  const keep = (definition: unknown) => ({
    draft: {
      id: 'd1',
      connectionId: 'k1',
      templateId: null,
      definition,
      updatedAt: `t${++saves}`,
      edit: null,
    },
  })
  const kept = (what: string, body: Body): Answer => {
    if (what === 'POST /templates/drafts') return { status: 201, body: keep(body.definition) }
    if (what === 'PUT /templates/drafts/d1') return { body: keep(body.definition) }
    if (what === 'GET /templates/drafts/d1') return { body: keep(draft) }
    if (what === 'GET /templates/accounts') return { body: { items: [{ connectionId: 'k1', name: 'Acme' }] } }
    return { body: {} }
  }
  globalThis.fetch = async (input, init = {}) => {
    const what = `${init.method ?? 'GET'} ${String(input).replace('/api/channel_whatsapp', '')}`
    const body: Body = init.body ? JSON.parse(String(init.body)) : {}
    if (!what.startsWith('GET')) calls.push({ what, body })
    const given = answers[what]
    const one = Array.isArray(given) ? (given.length > 1 ? given.shift() : given[0]) : given
    const answer = one ?? kept(what, body)
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 })
  }
  return calls
}

/** The last definition that reached the server. */
export function lastSaved(calls: Call[]): TemplateDefinition {
  const last = calls.findLast(({ body }) => 'definition' in body)
  if (!last) throw new Error('Nothing was saved.')
  return last.body.definition as TemplateDefinition
}
