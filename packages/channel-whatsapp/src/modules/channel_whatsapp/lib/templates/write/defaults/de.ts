import type { DefaultWords } from './default-template.ts'

const ASK = 'Fragen? Antworten Sie einfach auf diese Nachricht.'

export const GERMAN: DefaultWords = {
  language: 'de',
  texts: {
    welcome: {
      body: 'Hallo {{contact_first_name}}, willkommen bei {{business}}! Ab jetzt können Sie uns hier zu Produkten, Bestellungen und Lieferungen schreiben und erfahren als Erste, was es Neues gibt.',
      footer: 'Mit STOP erhalten Sie keine Neuigkeiten mehr.',
    },
    re_engagement: {
      body: 'Wir haben noch eine Antwort auf Ihre Anfrage. Antworten Sie auf diese Nachricht, dann machen wir dort weiter.',
      footer: 'Sie haben uns hier vor einiger Zeit geschrieben.',
    },
    order_confirmed: {
      body: 'Vielen Dank, {{contact_first_name}}! Ihre Bestellung {{order_number}} über {{order_total}} ist bei uns eingegangen und wird vorbereitet. Sobald sie unterwegs ist, schreiben wir Ihnen hier.',
      footer: ASK,
    },
    order_shipped: {
      body: 'Guten Tag {{contact_first_name}}, Ihre Bestellung {{order_number}} ist unterwegs zu Ihnen. Die Sendungsnummer lautet {{tracking_number}}, und unter {{tracking_url}} sehen Sie, wo das Paket gerade ist.',
      footer: ASK,
    },
    order_delivered: {
      body: 'Guten Tag {{contact_first_name}}, Ihre Bestellung {{order_number}} wurde zugestellt. Falls etwas fehlt oder beschädigt ist, sagen Sie uns Bescheid, und wir kümmern uns darum.',
      footer: ASK,
    },
    invoice_ready: {
      body: 'Guten Tag {{contact_first_name}}, Ihre Rechnung {{invoice_number}} über {{invoice_total}} liegt bereit. Bitte zahlen Sie sie bis spätestens {{due_date}} auf unser Konto.',
      footer: ASK,
    },
    payment_received: {
      body: 'Vielen Dank, {{contact_first_name}}! Ihre Zahlung über {{payment_amount}} für die Bestellung {{order_number}} ist eingegangen. Sie müssen nichts weiter tun.',
      footer: ASK,
    },
    payment_reminder: {
      body: 'Guten Tag {{contact_first_name}}, eine kurze Erinnerung: Die Rechnung {{invoice_number}} über {{invoice_total}} ist am {{due_date}} fällig, und wir sehen noch keine Zahlung. Falls Sie schon gezahlt haben, vielen Dank; dann ist diese Nachricht für Sie erledigt.',
      footer: ASK,
    },
    appointment_scheduled: {
      body: 'Guten Tag {{contact_first_name}}, Ihr Termin ist gebucht: {{appointment_time}}, Ort: {{appointment_place}}. Wir freuen uns auf Sie.',
      footer: 'Zum Verschieben oder Absagen einfach antworten.',
    },
    double_opt_in: {
      body: 'Sie haben zugestimmt, von {{business}} über WhatsApp zu hören. Bitte bestätigen Sie: Dürfen wir Ihnen hier unsere Neuigkeiten schicken?',
      footer: 'Sie können es sich jederzeit anders überlegen.',
      replies: ['Ja', 'Nein'],
    },
    stop_confirmation: {
      body: 'Sie sind abgemeldet und erhalten von uns über WhatsApp keine Neuigkeiten mehr. Zu Ihren Bestellungen schreiben wir Ihnen weiterhin.',
      footer: 'Mit START melden Sie sich wieder an.',
    },
  },
  samples: {
    appointment_place: 'Hafenstraße 12, Hamburg',
    appointment_time: 'Montag, 9. März, 10:30 Uhr',
    business: 'Acme Outdoor',
    contact_first_name: 'Maria',
    due_date: '31. März',
    invoice_number: 'RE-2041',
    invoice_total: '129,00 €',
    order_number: 'A-1042',
    order_total: '129,00 €',
    payment_amount: '129,00 €',
    tracking_number: 'JD0146003321',
    tracking_url: 'https://track.example.com/JD0146003321',
  },
}
