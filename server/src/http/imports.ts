import { Router, type Request, type Response } from 'express';
import type { CommandContext } from '../audit/run-command.ts';
import { columnsOf, rowsTaken } from '../imports/columns.rules.ts';
import { fileBytesAtMost } from '../imports/file/limits.ts';
import { fileBack, reportOf, templateOf } from '../imports/file-back.rules.ts';
import { applyFile, checkFile } from '../imports/import-file.command.ts';
import { mayImport } from '../imports/import.policy.ts';
import { isImportKind, type ImportKind } from '../imports/import-words.rules.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { idempotencyKeyOf, refuseUpload, senderOf, type UploadParts } from './admit-upload.ts';
import type { Mount } from './app.ts';
import { readUpload } from './read-upload.ts';

/** What browsers say of the files that we take, by system and installed programs. None of these can a plain form send. */
const types = [
  'text/csv',
  'text/tab-separated-values',
  'application/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** `/uploads/imports/…`: tables of places, supervisors and returners, looked at and imported. Answers are JSON, or CSV to keep. */
export const importRoutes =
  (parts: UploadParts): Mount =>
  (app) => {
    const router = Router();

    /** Who asks, for what kind; undefined where they have been turned away. */
    const admit = async (
      request: Request,
      response: Response,
    ): Promise<{ context: CommandContext; kind: ImportKind } | undefined> => {
      const context = await senderOf(parts, request, response);
      if (!context) return undefined;
      const kind = String(request.params['kind']);
      if (!isImportKind(kind))
        return refuseUpload(request, response, 404, 'NOT_FOUND', 'There is nothing at this address.');
      if (!mayImport(context.actor, kind))
        return refuseUpload(request, response, 403, 'FORBIDDEN', 'Your role may not import this.');
      return { kind, context };
    };
    const upload = async (request: Request, response: Response) => {
      const admitted = await admit(request, response);
      const bytes = admitted && (await readUpload(request, response, { atMost: fileBytesAtMost, types }));
      return admitted && bytes && { ...admitted, file: { kind: admitted.kind, bytes } };
    };
    const refuse = (response: Response, refusals: readonly Refusal[]): void =>
      void response.status(422).json({ refusals });
    const sendCsv = (response: Response, name: string, text: string): void =>
      void response.attachment(`${name}.csv`).type('text/csv; charset=utf-8').send(text);

    router.get('/:kind/columns', async (request, response) => {
      const admitted = await admit(request, response);
      if (admitted)
        response.json({ columns: columnsOf[admitted.kind], rowsAtMost: rowsTaken, bytesAtMost: fileBytesAtMost });
    });
    router.get('/:kind/template', async (request, response) => {
      const admitted = await admit(request, response);
      if (admitted) sendCsv(response, `${admitted.kind}-template`, templateOf(admitted.kind));
    });
    router.post('/:kind/check', async (request, response) => {
      const sent = await upload(request, response);
      if (!sent) return;
      const checked = await checkFile(sent.context, sent.file);
      if ('refused' in checked) refuse(response, checked.refused);
      else response.json(reportOf({ ...checked, kind: sent.kind }));
    });
    router.post('/:kind/file-back', async (request, response) => {
      const sent = await upload(request, response);
      if (!sent) return;
      const checked = await checkFile(sent.context, sent.file);
      if ('refused' in checked) refuse(response, checked.refused);
      else sendCsv(response, `${sent.kind}-to-mend`, fileBack({ ...checked, kind: sent.kind }));
    });
    router.post('/:kind/apply', async (request, response) => {
      const sent = await upload(request, response);
      const idempotencyKey = sent && idempotencyKeyOf(request, response);
      if (!sent || idempotencyKey === undefined) return;
      const result = await applyFile(sent.context, { ...sent.file, idempotencyKey });
      if ('refused' in result) refuse(response, result.refused);
      else response.json(Object.fromEntries(Object.entries(result.done).map(([name, count]) => [name, Number(count)])));
    });

    app.use('/uploads/imports', router);
  };
