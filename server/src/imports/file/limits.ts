/** The largest file that is read, in bytes: 4 MB. */
export const fileBytesAtMost = 4 * 1024 * 1024;
/** The most rows of one import, without the headings. More is a job for several files, which also keeps a mistake small. */
export const rowsAtMost = 2000;
/** The most columns, ours and others. */
export const columnsAtMost = 60;
/** The longest text of one cell, in characters. */
export const cellAtMost = 2000;
/** What a workbook may unpack to: bytes in all, entries, and how many times its packed size. */
export const unpackedBytesAtMost = 40 * 1024 * 1024;
export const entriesAtMost = 200;
export const unpackedTimesAtMost = 100;
