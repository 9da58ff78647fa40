import type { DefaultWords } from './default-template.ts'

const ASK = 'Masz pytanie? Odpisz na tę wiadomość.'

export const POLISH: DefaultWords = {
  language: 'pl',
  texts: {
    welcome: {
      body: 'Cześć {{contact_first_name}}, tu {{business}}. Miło Cię powitać! Od teraz możesz pisać do nas tutaj o produktach, zamówieniach i dostawach, a o nowościach dowiesz się w pierwszej kolejności.',
      footer: 'Aby nie dostawać nowości, odpisz STOP.',
    },
    re_engagement: {
      body: 'Mamy jeszcze odpowiedź na Twoje pytanie. Odpisz na tę wiadomość, a wrócimy do rozmowy.',
      footer: 'To odpowiedź na Twoją wcześniejszą wiadomość.',
    },
    order_confirmed: {
      body: 'Dziękujemy, {{contact_first_name}}! Mamy Twoje zamówienie {{order_number}} na kwotę {{order_total}} i już je przygotowujemy. Napiszemy tutaj, gdy tylko wyruszy w drogę.',
      footer: ASK,
    },
    order_shipped: {
      body: 'Dzień dobry {{contact_first_name}}, zamówienie {{order_number}} jest już w drodze. Numer przesyłki to {{tracking_number}}, a pod adresem {{tracking_url}} widać, gdzie paczka jest teraz.',
      footer: ASK,
    },
    order_delivered: {
      body: 'Dzień dobry {{contact_first_name}}, zamówienie {{order_number}} zostało dostarczone. Jeśli czegoś brakuje lub coś dotarło uszkodzone, daj nam znać, a zajmiemy się tym.',
      footer: ASK,
    },
    invoice_ready: {
      body: 'Dzień dobry {{contact_first_name}}, faktura {{invoice_number}} na kwotę {{invoice_total}} jest gotowa. Prosimy o jej opłacenie najpóźniej do {{due_date}} włącznie.',
      footer: ASK,
    },
    payment_received: {
      body: 'Dziękujemy, {{contact_first_name}}! Wpłata {{payment_amount}} za zamówienie {{order_number}} już do nas dotarła. Nic więcej nie trzeba robić.',
      footer: ASK,
    },
    payment_reminder: {
      body: 'Dzień dobry {{contact_first_name}}, przypominamy o fakturze {{invoice_number}} na kwotę {{invoice_total}}. Jej termin płatności to {{due_date}}, a wpłaty jeszcze nie widzimy. Jeśli jest już opłacona, dziękujemy i prosimy pominąć tę wiadomość.',
      footer: ASK,
    },
    appointment_scheduled: {
      body: 'Dzień dobry {{contact_first_name}}, Twoja wizyta jest umówiona na {{appointment_time}}, miejsce: {{appointment_place}}. Do zobaczenia!',
      footer: 'Aby zmienić lub odwołać wizytę, odpisz.',
    },
    double_opt_in: {
      body: 'Otrzymaliśmy zgodę na wiadomości od {{business}} na WhatsAppie. Prosimy o potwierdzenie: czy możemy wysyłać Ci tutaj nasz newsletter?',
      footer: 'Zdanie można zmienić w każdej chwili.',
      replies: ['Tak', 'Nie'],
    },
    stop_confirmation: {
      body: 'Subskrypcja została anulowana: nie będziemy już wysyłać newslettera na WhatsAppie. O Twoich zamówieniach nadal będziemy pisać.',
      footer: 'Aby zapisać się ponownie, odpisz START.',
    },
  },
  samples: {
    appointment_place: 'ul. Portowa 12, Gdynia',
    appointment_time: 'poniedziałek 9 marca, godz. 10:30',
    business: 'Acme Outdoor',
    contact_first_name: 'Maria',
    due_date: '31 marca',
    invoice_number: 'FV/2041/2026',
    invoice_total: '129,00 zł',
    order_number: 'A-1042',
    order_total: '129,00 zł',
    payment_amount: '129,00 zł',
    tracking_number: 'JD0146003321',
    tracking_url: 'https://track.example.com/JD0146003321',
  },
}
