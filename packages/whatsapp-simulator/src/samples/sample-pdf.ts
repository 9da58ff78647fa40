const LINES = ['Invoice 2026/11/07', '1 x Two-person tent, green     EUR 189.00', 'Thank you.']

/** An invoice of one page. Its index of objects counts bytes, so that strict readers take it too. */
export function samplePdf(): Buffer<ArrayBuffer> {
  const text = LINES.map((line, index) => `${index ? '0 -28 Td ' : ''}(${line}) Tj`).join('\n')
  const page = `BT /F1 16 Tf 72 740 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(place).padStart(10, '0')
  })
  const index = places.map((place) => `${place} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${index}${end}`)
}
