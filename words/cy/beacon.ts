export const beaconWords = {
  'stand-in':
    'Ffynhonnell hap ar gyfer ymarferion sydd gan y ciw hwn, a gall unrhyw un fod â’i hallwedd: nid yw’r tyniad wedi’i brofi.',
  'not-public': 'Nid yw ffynhonnell hap y ciw hwn yn un gyhoeddus sy’n hysbys yma: nid yw’r tyniad wedi’i brofi.',
  none: 'Nid oes gan y ciw hwn ffynhonnell hap gyhoeddus: nid yw’r tyniad wedi’i brofi.',
};
