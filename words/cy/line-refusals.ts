/* By the code of the refusal, `title|what to do`; or by the name of the wrong field. */
export const lineRefusals: Readonly<Record<string, string>> = {
  'bad-request': 'Mae rhywbeth o’i le|Edrychwch eto ar yr hyn a deipioch, os gwelwch yn dda.',
  'line-unknown': 'Nid oes gwerthiant o’r fath|Mae tudalen y tymor yn dangos beth sydd ar werth.',
  'line-closed': 'Mae’r gwerthiant hwn ar ben|Efallai fod ffyrdd eraill o gael tocynnau: gweler tudalen y tymor.',
  'entry-wrong': 'Rhaid dod i mewn yma mewn ffordd arall|Ail-lwythwch y dudalen a defnyddiwch y ffurflen sydd arni.',
  'member-unknown':
    'Nid yw’r rhif aelod a’r cod post yn cyfateb|Cymharwch y ddau â’ch cerdyn aelodaeth, neu ffoniwch y swyddfa docynnau.',
  'too-many-tries':
    'Gormod o gynigion|Arhoswch chwarter awr a rhowch gynnig arall arni, neu ffoniwch y swyddfa docynnau.',
  'link-wrong': 'Nid yw’r ddolen hon yn ddilys bellach|Gofynnwch am un newydd yma.',
  'work-wrong': 'Ni lwyddodd y gwirio|Rhowch gynnig arall arni, os gwelwch yn dda.',
  'mail-unavailable':
    'Nid yw’r safle hwn yn anfon e-bost|Dewch i mewn mewn ffordd arall, neu ffoniwch y swyddfa docynnau.',
  'receipt-forged': 'Nid un o’n lleoedd ni yw hwn|Ymunwch â’r ciw eto, os gwelwch yn dda.',
  'place-given-up': 'Rhoddwyd y gorau i’r lle hwn|Ymunwch eto a chewch ef yn ôl.',
  'not-drawn-yet': 'Nid yw eich lle wedi’i dynnu eto|Arhoswch eiliad.',
  'not-your-turn': 'Nid eich tro chi yw hi eto|Arhoswch nes i’ch rhif gael ei alw.',
  'slower-lane': 'Ychydig mwy o amynedd|Byddwch yn dod i mewn ychydig funudau ar ôl yr alwad. Chi piau’r lle o hyd.',
  'place-removed': 'Tynnwyd y lle hwn o’r ciw|Ysgrifennwch atom os yw hynny’n anghywir.',
  'pass-expired': 'Mae eich amser i brynu ar ben|Nid yw eich lle wedi’i golli: cewch ddod i mewn eto pan fydd lle.',
  'no-more-time': 'Does dim rhagor o amser|Nid yw eich lle wedi’i golli: wedyn cewch ddod i mewn eto pan fydd lle.',
  'voucher-wrong': 'Nid yw’r daleb hon yn ddilys|Cewch ddod i mewn eto pan fydd lle.',
  'body.member': 'Teipiwch eich rhif aelod',
  'body.postcode': 'Teipiwch eich cod post',
  'body.email': 'Teipiwch gyfeiriad e-bost, er enghraifft ada@example.org',
  'body.message': 'Dywedwch pam, mewn brawddeg',
};
