import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';

/** A film for Chromium's pretended camera: somebody holds this code into it. */
export function filmOf(code: string): string {
  const [width, height] = [640, 480];
  const modules = encodeQR(code, 'raw', { ecc: 'medium', border: 4 });
  const module = Math.floor(height / modules.length);
  const luma = Buffer.alloc(width * height, 90);
  const [left, top] = [(width - module * modules.length) >> 1, (height - module * modules.length) >> 1];
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      for (let line = 0; line < module; line += 1) {
        const start = (top + y * module + line) * width + left + x * module;
        luma.fill(dark ? 16 : 235, start, start + module);
      }
    });
  });
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  const file = join(mkdtempSync(join(tmpdir(), 'stampede-film-')), 'ticket.y4m');
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]),
  );
  return file;
}
