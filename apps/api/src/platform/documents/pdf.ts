import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FONT, FONT_FILES } from './fonts.js';

pdfmake.setFonts({ [FONT]: FONT_FILES });
// Nothing that stands in a text makes the server read a file or an address: only our own letters are read.
pdfmake.setLocalAccessPolicy((path) => Object.values(FONT_FILES).includes(path));
pdfmake.setUrlAccessPolicy(() => false);

/**
 * A PDF of what is laid out; its text is in NFC already. The file is not tagged, and does not claim to be. Same input, same bytes.
 * @param madeAt what it says of when it was made, never the clock's: an instant, or a day
 */
export function pdfOf(definition: TDocumentDefinitions, madeAt: string): Promise<Buffer> {
  return pdfmake.createPdf({ ...definition, info: { ...definition.info, creationDate: new Date(madeAt) } }).getBuffer();
}
