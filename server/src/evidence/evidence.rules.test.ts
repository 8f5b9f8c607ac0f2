import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import {
  faultsOfFiling,
  faultsOfRoom,
  fileBytesAtMost,
  ownName,
  personBytesAtMost,
  warningsOfName,
  warningsOfText,
} from './evidence.rules.ts';
import { faultsOfSentName } from './sent-name.rules.ts';

const rulesOf = (refusals: readonly { readonly rule?: string }[]) => refusals.map(({ rule }) => rule);

describe('the name with which a file is sent', () => {
  it.each([
    ['certificate.pdf', 'PDF', []],
    ['C:\\Users\\me\\My certificate v1.2.PDF', 'PDF', []],
    ['../../etc/certificate.pdf', 'PDF', []],
    ['IMG_2031.jpeg', 'JPEG', []],
    ['certificate.exe.pdf', 'PDF', ['ONE_ENDING']],
    ['photo.php.jpg', 'JPEG', ['ONE_ENDING']],
    ['certificate.pdf.exe', 'PDF', ['ONE_ENDING']],
    ['certificate.exe', 'PDF', ['ENDING_FITS_CONTENT']],
    ['picture.png', 'JPEG', ['ENDING_FITS_CONTENT']],
    ['certificate', 'PDF', ['ENDING_FITS_CONTENT']],
    ['certificate\u202efdp.exe', 'PDF', ['NAME_IS_PLAIN']],
    ['certificate.pdf\0.exe', 'PDF', ['NAME_IS_PLAIN']],
  ] as const)('%s as %s', (name, kind, rules) => {
    expect(rulesOf(faultsOfSentName(name, kind))).toEqual(rules);
  });
});

describe('what looks as if it were about a patient', () => {
  it.each([
    ['Seen on 3 May 2026. NHS number 943 476 5919.', ['NHS_NUMBER_IN_TEXT']],
    ['Reference 943 476 5918', []],
    ['This certificate was given on 12/03/2026 to Example Returner.', []],
    ['Name: A. Nobody  DOB: 12/03/1961', ['DATE_OF_BIRTH_IN_TEXT']],
    ['Date of birth\n 3rd March 1961', ['DATE_OF_BIRTH_IN_TEXT']],
    ['Born in Leeds. The course began on the first Monday and ended on 12/03/2026.', []],
  ])('%s', (text, warnings) => {
    expect(warningsOfText(text)).toEqual(warnings);
  });
  it('is found in a name too, with signs for spaces', () => {
    expect(warningsOfName('scan_943_476_5919.pdf')).toEqual(['NHS_NUMBER_IN_NAME']);
    expect(warningsOfName('dob_12-03-1961.pdf')).toEqual(['DATE_OF_BIRTH_IN_NAME']);
    expect(warningsOfName('certificate_2026-03-12.pdf')).toEqual([]);
  });
});

describe('filing a file', () => {
  const filing = { title: 'Certificate', ties: 1, isAboutNoPatient: true, isChecked: false };
  it('takes a title and the word that it is about no patient', () => {
    expect(faultsOfFiling(filing, ['CANNOT_BE_READ'])).toEqual([]);
    expect(faultsOfFiling({ ...filing, title: ' ' }, []).map(({ code }) => code)).toEqual(['VALUE_MISSING']);
    expect(rulesOf(faultsOfFiling({ ...filing, isAboutNoPatient: false }, []))).toEqual(['NOTHING_ABOUT_PATIENTS']);
  });
  it('takes a second look where something was noticed', () => {
    expect(rulesOf(faultsOfFiling(filing, ['NHS_NUMBER_IN_TEXT']))).toEqual(['WARNINGS_ARE_LOOKED_AT']);
    expect(faultsOfFiling({ ...filing, isChecked: true }, ['NHS_NUMBER_IN_TEXT'])).toEqual([]);
  });
  it('never takes an NHS number in the title', () => {
    expect(rulesOf(faultsOfFiling({ ...filing, title: 'Patient 943 476 5919', isChecked: true }, []))).toEqual([
      'NOTE_LOOKS_LIKE_NHS_NUMBER',
    ]);
  });
  it('ends where the room does', () => {
    const nearlyFull = personBytesAtMost - fileBytesAtMost;
    expect(faultsOfRoom(fileBytesAtMost, { bytes: nearlyFull, files: 20 })).toEqual([]);
    expect(rulesOf(faultsOfRoom(fileBytesAtMost, { bytes: nearlyFull + 1, files: 20 }))).toEqual(['ROOM_AT_MOST']);
    expect(rulesOf(faultsOfRoom(1, { bytes: 0, files: 300 }))).toEqual(['FILES_AT_MOST']);
  });
  it('gives it a name of ours', () => {
    expect(ownName('JPEG', calendarDate('2026-11-22'), '019a0000-0000-7000-8000-0000000abcde')).toBe(
      'evidence-2026-11-22-0abcde.jpg',
    );
  });
});
