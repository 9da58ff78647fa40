import type { TemplateDraft } from './template-draft.ts'

interface Words {
  language: string
  /** Takes up a conversation whose window has closed. */
  again: string
  question: string
  yes: string
  no: string
}

/** To write to somebody whose window is closed, and to have them confirm what was agreed to on their behalf. */
export function consentTemplates(businessName: string): TemplateDraft[] {
  return wordsOf(businessName).flatMap(({ language, again, question, yes, no }): TemplateDraft[] => [
    {
      name: 're_engagement',
      language,
      category: 'UTILITY',
      components: [
        { type: 'BODY', text: again },
        { type: 'FOOTER', text: businessName },
      ],
    },
    {
      name: 'double_opt_in',
      language,
      category: 'UTILITY',
      components: [
        { type: 'BODY', text: question },
        { type: 'FOOTER', text: businessName },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: yes },
            { type: 'QUICK_REPLY', text: no },
          ],
        },
      ],
    },
  ])
}

function wordsOf(businessName: string): Words[] {
  return [
    {
      language: 'en_US',
      again: 'We still have an answer for you about your request. Write back to us here to go on.',
      question: `You agreed to get news and offers of ${businessName} on WhatsApp. Is that right?`,
      yes: 'Yes',
      no: 'No',
    },
    {
      language: 'pl',
      again: 'Mamy jeszcze odpowiedź na Twoje pytanie. Napisz do nas tutaj, aby kontynuować rozmowę.',
      question: `Na WhatsAppie mają do Ciebie przychodzić nowości i oferty ${businessName}. Zgadza się?`,
      yes: 'Tak',
      no: 'Nie',
    },
    {
      language: 'de',
      again: 'Wir haben noch eine Antwort auf Ihre Anfrage. Schreiben Sie uns hier, um weiterzumachen.',
      question: `Sie haben zugestimmt, Neues und Angebote von ${businessName} über WhatsApp zu bekommen. Stimmt das?`,
      yes: 'Ja',
      no: 'Nein',
    },
    {
      language: 'es',
      again: 'Todavía tenemos una respuesta a su consulta. Escríbanos aquí para continuar.',
      question: `Usted aceptó recibir novedades y ofertas de ${businessName} por WhatsApp. ¿Es correcto?`,
      yes: 'Sí',
      no: 'No',
    },
  ]
}
