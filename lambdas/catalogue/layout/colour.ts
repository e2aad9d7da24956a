/*
 * A colour as CSS writes it becomes `#rrggbb`, which a plan has. A colour that shines through is laid on white, since a plan is
 * drawn on a light ground: `rgba(10, 20, 30, 0.5)` is `#858a8f`. Undefined for what CSS does not know.
 */

/** The colours that CSS has names for, each with its six digits. */
const named: ReadonlyMap<string, string> = new Map(
  (
    'aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000 ' +
    'blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 ' +
    'chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b ' +
    'darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b ' +
    'darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a ' +
    'darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 ' +
    'darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 ' +
    'floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 ' +
    'gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ' +
    'ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 ' +
    'lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 ' +
    'lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 ' +
    'lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 ' +
    'magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db ' +
    'mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 ' +
    'midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 ' +
    'olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 ' +
    'paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd ' +
    'powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 ' +
    'salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb ' +
    'slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c ' +
    'teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 ' +
    'yellow ffff00 yellowgreen 9acd32'
  )
    .split(/ (?=[a-z]+ )/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Red, green and blue from 0 to 255, and how much of it is there, from 0 to 1. */
type Shade = readonly [number, number, number, number];

export function colourOf(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const name = named.get(plain);
  if (name !== undefined) return `#${name}`;
  const shade = hexOf(plain) ?? functionOf(plain);
  if (!shade) return undefined;
  const [red, green, blue, there] = shade;
  return `#${[red, green, blue].map((one) => twoDigits(255 + (one - 255) * there)).join('')}`;
}

/** `#abc`, `#abcd`, `#aabbcc` or `#aabbccdd`; editors forget the sign before six digits. */
function hexOf(text: string): Shade | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(text)?.[1] ?? /^[0-9a-f]{6}$/.exec(text)?.[0];
  if (digits === undefined) return undefined;
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0, there = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue, there / 255];
}

/** `rgb(…)`, `rgba(…)`, `hsl(…)` or `hsla(…)`, with commas or spaces. */
function functionOf(text: string): Shade | undefined {
  const [, name, inside = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text) ?? [];
  const parts = inside.split(/[\s,/]+/).filter(Boolean);
  if (name === undefined || parts.length < 3 || parts.length > 4) return undefined;
  const [first = '', second = '', third = '', last = '1'] = parts;
  const there = shareOf(last, 1);
  if (name === 'hsl') {
    const hue = Number(first.replace(/deg$/, ''));
    const [saturation, lightness] = [shareOf(second, 100), shareOf(third, 100)];
    return allNumbers(ofHue(hue, saturation, lightness), there);
  }
  return allNumbers([shareOf(first, 255) * 255, shareOf(second, 255) * 255, shareOf(third, 255) * 255], there);
}

function ofHue(hue: number, saturation: number, lightness: number): readonly [number, number, number] {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const at = (n: number) => {
    const turned = (((n + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(turned - 3, 9 - turned, 1)));
  };
  return [at(0), at(8), at(4)];
}

/** `50%` or a number of `whole`, as a share from 0 to 1. */
function shareOf(text: string, whole: number): number {
  const share = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text) / whole;
  return Math.min(1, Math.max(0, share));
}

function allNumbers([red, green, blue]: readonly [number, number, number], there: number): Shade | undefined {
  const shade: Shade = [red, green, blue, there];
  return shade.every(Number.isFinite) ? shade : undefined;
}

function twoDigits(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0');
}
