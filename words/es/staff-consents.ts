import type { StaffConsentsWords } from '../en/staff-consents.ts';

export const staffConsentsWords: StaffConsentsWords = {
  lead: 'Compradores que nos permitieron escribirles sobre otros espectáculos, y los que lo retiraron. Una fila por dirección: cuenta lo último.',
  rule: 'Escriba a quienes tienen «yes» en «may_be_written_to», y a nadie más. Descargue el archivo de nuevo antes de cada envío. Cada archivo queda anotado en el registro.',
  get: 'Descargar el archivo',
  reading: (n) => `Leyendo… ${n} hasta ahora`,
  done: (n, m) => `Direcciones en el archivo: ${n}. Se puede escribir a: ${m}.`,
  none: 'Nadie lo ha permitido todavía',
};
