import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  checkpointText,
  cosignatureOf,
  cosignedMessage,
  keyKinds,
  noteKey,
  noteOf,
  readCheckpoint,
  readNote,
  readVkey,
  signatureLine,
  signaturesBy,
  vkeyOf,
} from '../../rules/checkpoint.ts';
import { WitnessStandIn } from '../witness-stand-in.ts';

/* The examples of C2SP's own documents, and what a witness that is not ours makes of it. */

/** As signed-note.md has it. */
const example = {
  vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};

/** As tlog-cosignature.md has it. */
const behindTheSofa = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

const spki = (raw: Uint8Array) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
    format: 'der',
    type: 'spki',
  });

describe('the examples of the specifications', () => {
  test('a verifier key is read, written again the same, and verifies its note', () => {
    const key = readVkey(example.vkey);
    const note = readNote(example.note);
    if (!key || !note) throw new Error('The example could not be read');
    expect(vkeyOf(noteKey(key.name, keyKinds.log, key.bytes))).toBe(example.vkey);
    const [signature] = signaturesBy(key, note.signatures);
    expect(verify(null, Buffer.from(note.text), spki(key.bytes), signature?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(noteOf(note.text, [signatureLine(key, signature?.bytes ?? new Uint8Array())])).toBe(example.note);
  });

  test('a checkpoint and the time of its cosignature are read', () => {
    const note = readNote(behindTheSofa);
    const checkpoint = readCheckpoint(note?.text ?? '');
    expect(checkpoint).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    });
    expect(checkpoint && checkpointText(checkpoint)).toBe(note?.text);
    const [, by] = note?.signatures ?? [];
    expect(by && cosignatureOf(note?.text ?? '', by)?.atSeconds).toBe(1_679_315_147);
    expect(Buffer.from(cosignedMessage(note?.text ?? '', 1_679_315_147)).toString()).toBe(
      'cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    );
  });
});

test('the key of a witness is read, and its cosignature verifies', () => {
  const witness = new WitnessStandIn('witness.example/w1');
  const key = readVkey(witness.vkey);
  const text = checkpointText({ origin: 'tickets.example.org/lines/friends', size: 0, root: `${'A'.repeat(43)}=` });
  const note = readNote(noteOf(text, [witness.cosign(text, 1_800_000_000_999)]));
  const [signature] = key && note ? signaturesBy(key, note.signatures) : [];
  const cosigned = signature && cosignatureOf(text, signature);
  expect(cosigned?.atSeconds).toBe(1_800_000_000);
  expect(key && cosigned && verify(null, cosigned.message, spki(key.bytes), cosigned.signature)).toBe(true);
  expect(key?.kind).toBe(keyKinds.witness);
});

test.each([
  ['a key whose id is another’s', () => readVkey(example.vkey.replace('530d903a', '530d903b'))],
  ['a key without an id', () => readVkey('example.com/foo+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')],
  ['a note without signatures', () => readNote('Text.\n\n')],
  ['a note that is cut', () => readNote(behindTheSofa.slice(0, -1))],
  ['a line that is no signature', () => readNote('Text.\n\n— nobody\n')],
  ['a size with a zero before it', () => readCheckpoint(`a.example\n01\n${'A'.repeat(43)}=\n`)],
  ['a root that is cut', () => readCheckpoint(`a.example\n1\n${'A'.repeat(40)}\n`)],
  ['a cosignature without a time', () => cosignatureOf('', { name: '', id: '', bytes: new Uint8Array(72) })],
])('%s is none', (_, read) => {
  expect(read()).toBeUndefined();
});
