import { SceneStage, copyFast } from './simulation/exhaust/scene.ts';
import { scenes } from './simulation/exhaust/scenes.ts';
const restore = copyFast();
for (const [name, scene] of Object.entries(scenes)) {
  const t = { begin: 0, steps: 0, end: 0, n: 0 };
  const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
  for (let i = 0; i < 250; i += 1) {
    const warm = i >= 50;
    const a = cpu();
    const s = new SceneStage(scene, { kept: false, spoils: {} });
    await s.begin();
    const b = cpu();
    let n = 0;
    while (s.waiting.length > 0) { const w = s.waiting[(i * 7 + n * 3) % s.waiting.length]; await s.letThrough(w, s.fatesOf(w)[0]); n += 1; }
    const c = cpu();
    await s.end();
    const d = cpu();
    if (warm) { t.begin += b - a; t.steps += c - b; t.end += d - c; t.n += n; }
  }
  console.log(name, 'ms each: begin', (t.begin / 200).toFixed(2), 'steps', (t.steps / 200).toFixed(2), `(${(t.n / 200).toFixed(0)})`, 'end', (t.end / 200).toFixed(2));
}
