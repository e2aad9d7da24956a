/*
 * How plans say that an area is what everyone looks at. In Italian a numbered `palco` is a box, and so is no stage.
 */

/** In the languages of many houses: what is played on, or looked at. */
const whole =
  'stage|scène|scene|escenario|escena|palco(?!\\s*\\d)|palcoscenico|scena|scenă|podium|podio|pódium|toneel|toneelvloer|llwyfan|jeviště|' +
  'színpad|näyttämö|sahne|сцена|σκηνή|בימה|במה|pitch|playing field|spielfeld|spielfläche|terrain de jeu|campo|cancha|' +
  'court|ice rink|eisfläche|manege|arena floor|screen|leinwand|écran|pantalla|schermo';
const stageWord = new RegExp(`(?<![\\p{L}\\p{M}])(?:${whole})(?![\\p{L}\\p{M}])|bühne|舞台|ステージ|무대`, 'iu');
/** Places beside it that are named after it. */
const beside = /back ?stage|hinterbühne|seitenbühne|bühneneingang|bühnenzugang|stage (?:door|left|right|entrance)/iu;

export function isStage(label: string | undefined): boolean {
  return label !== undefined && stageWord.test(label.normalize('NFC')) && !beside.test(label.normalize('NFC'));
}
