import type { LibraryDraft } from './template-library-draft.ts'

const industry: LibraryDraft['industry'] = ['E_COMMERCE', 'FINANCIAL_SERVICES']

/** Of invoices and money. */
export const libraryPayments: LibraryDraft[] = [
  {
    topic: 'PAYMENTS',
    industry,
    name: 'payment_confirmation_1',
    usecase: 'PAYMENT_CONFIRMATION',
    params: ['AMOUNT', 'NUMBER'],
    buttons: [],
    texts: {
      en_US: {
        body: 'We have received your payment of {{1}} for invoice {{2}}. Thank you for paying on time.',
        examples: ['€ 129.00', '7'],
        buttons: [],
      },
      pl: {
        body: 'Otrzymaliśmy wpłatę {{1}} za fakturę {{2}}. Dziękujemy za terminową płatność.',
        examples: ['129,00 €', '7'],
        buttons: [],
      },
      de: {
        body: 'Die Zahlung von {{1}} für die Rechnung {{2}} ist bei uns eingegangen. Vielen Dank.',
        examples: ['129,00 €', '7'],
        buttons: [],
      },
      es: {
        body: 'Hemos recibido el pago de {{1}} de la factura {{2}}. Gracias por pagar a tiempo.',
        examples: ['129,00 €', '7'],
        buttons: [],
      },
    },
  },
  {
    topic: 'PAYMENTS',
    industry,
    name: 'payment_due_reminder_1',
    usecase: 'PAYMENT_DUE_REMINDER',
    params: ['NUMBER', 'AMOUNT', 'DATE'],
    buttons: ['URL'],
    texts: {
      en_US: {
        header: 'Payment due soon',
        body: 'This is a reminder of invoice {{1}} over {{2}}, which is due on {{3}}. If you have paid, there is nothing to do.',
        examples: ['7', '€ 129.00', '30 November'],
        buttons: ['Pay invoice'],
      },
      pl: {
        header: 'Zbliża się termin płatności',
        body: 'Przypominamy o fakturze {{1}} na kwotę {{2}} z terminem {{3}}. Jeśli jest już opłacona, nie trzeba nic robić.',
        examples: ['7', '129,00 €', '30 listopada'],
        buttons: ['Opłać fakturę'],
      },
      de: {
        header: 'Zahlung bald fällig',
        body: 'Wir erinnern an die Rechnung {{1}} über {{2}}, fällig am {{3}}. Haben Sie schon gezahlt, ist nichts zu tun.',
        examples: ['7', '129,00 €', '30. November'],
        buttons: ['Rechnung bezahlen'],
      },
      es: {
        header: 'Pago próximo',
        body: 'Le recordamos la factura {{1}} por {{2}}, que vence el {{3}}. Si ya la pagó, no tiene que hacer nada.',
        examples: ['7', '129,00 €', '30 de noviembre'],
        buttons: ['Pagar factura'],
      },
    },
  },
  {
    topic: 'PAYMENTS',
    industry,
    name: 'payment_overdue_1',
    usecase: 'PAYMENT_OVERDUE',
    params: ['NUMBER', 'AMOUNT'],
    buttons: ['URL', 'PHONE_NUMBER'],
    texts: {
      en_US: {
        body: 'We have not found a payment for invoice {{1}} over {{2}} yet. Please look into it, or talk to us.',
        examples: ['7', '€ 129.00'],
        buttons: ['Pay invoice', 'Call us'],
      },
      pl: {
        body: 'Nie widzimy jeszcze wpłaty za fakturę {{1}} na kwotę {{2}}. Prosimy to sprawdzić albo porozmawiać z nami.',
        examples: ['7', '129,00 €'],
        buttons: ['Opłać fakturę', 'Zadzwoń'],
      },
      de: {
        body: 'Für die Rechnung {{1}} über {{2}} sehen wir noch keine Zahlung. Bitte prüfen Sie das oder sprechen Sie mit uns.',
        examples: ['7', '129,00 €'],
        buttons: ['Rechnung bezahlen', 'Anrufen'],
      },
      es: {
        body: 'Todavía no vemos el pago de la factura {{1}} por {{2}}. Revíselo, por favor, o hable con nosotros.',
        examples: ['7', '129,00 €'],
        buttons: ['Pagar factura', 'Llamar'],
      },
    },
  },
  {
    topic: 'PAYMENTS',
    industry: ['FINANCIAL_SERVICES'],
    name: 'statement_available_1',
    usecase: 'STATEMENT_AVAILABLE',
    params: ['DATE'],
    buttons: ['URL'],
    texts: {
      en_US: {
        body: 'Your statement of {{1}} is ready. You find it in your account.',
        examples: ['October 2026'],
        buttons: ['Open statement'],
      },
      pl: {
        body: 'Zestawienie za {{1}} jest gotowe. Znajdziesz je na swoim koncie.',
        examples: ['październik 2026'],
        buttons: ['Otwórz zestawienie'],
      },
      de: {
        body: 'Ihr Auszug für {{1}} ist fertig. Sie finden ihn in Ihrem Konto.',
        examples: ['Oktober 2026'],
        buttons: ['Auszug öffnen'],
      },
      es: {
        body: 'Su extracto de {{1}} está listo. Lo encontrará en su cuenta.',
        examples: ['octubre de 2026'],
        buttons: ['Abrir extracto'],
      },
    },
  },
]
