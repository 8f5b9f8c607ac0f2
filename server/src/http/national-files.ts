import { readFileSync } from 'node:fs';
import { Router, type Request, type Response } from 'express';
import type { CommandContext } from '../audit/run-command.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { exampleOf } from '../national-files/examples.rules.ts';
import { mayImportNationalFiles } from '../national-files/national-import.policy.ts';
import { isNationalFileKind, type NationalFileKind } from '../national-files/national-words.rules.ts';
import { nationalBytesAtMost } from '../national-files/read-lines.ts';
import { readChosen } from '../national-files/split.rules.ts';
import { applyNationalFile, checkNationalFile } from '../national-files/take-national-file.command.ts';
import { idempotencyKeyOf, refuseUpload, senderOf, type UploadParts } from './admit-upload.ts';
import type { Mount } from './app.ts';
import { readUpload } from './read-upload.ts';

/** What browsers say of a CSV file, by system and installed programs. None of these can a plain form send. */
const types = ['text/csv', 'application/csv', 'application/octet-stream', 'application/vnd.ms-excel'];

/** Faults that are answered of one file: whoever mends these sends it again. */
const faultsAtMost = 100;

/** What national files need. */
export interface NationalFileParts extends UploadParts {
  readonly demonstration: boolean;
}

/**
 * `/uploads/national-files/…`: the published files, looked at and taken in by administrators. Answers are JSON. In the demonstration
 * there is an example of each.
 */
export const nationalFileRoutes =
  (parts: NationalFileParts): Mount =>
  (app) => {
    const router = Router();

    /** Who asks, for which file; undefined where they have been turned away. */
    const admit = async (
      request: Request,
      response: Response,
    ): Promise<{ context: CommandContext; kind: NationalFileKind } | undefined> => {
      const context = await senderOf(parts, request, response);
      if (!context) return undefined;
      const kind = String(request.params['kind']).toUpperCase();
      if (!mayImportNationalFiles(context.actor))
        return refuseUpload(request, response, 403, 'FORBIDDEN', 'Your role may not import this.');
      if (!isNationalFileKind(kind))
        return refuseUpload(request, response, 404, 'NOT_FOUND', 'There is nothing at this address.');
      return { kind, context };
    };
    const upload = async (request: Request, response: Response) => {
      const admitted = await admit(request, response);
      const onlyThese = 'Send a CSV file, without compression.';
      const bytes =
        admitted && (await readUpload(request, response, { atMost: nationalBytesAtMost, types, onlyThese }));
      const { chosen: told } = request.query;
      const chosen = readChosen(typeof told === 'string' ? told : '');
      return admitted && bytes && { context: admitted.context, file: { kind: admitted.kind, bytes, chosen } };
    };
    const refuse = (response: Response, refusals: readonly Refusal[]): void =>
      void response
        .status(422)
        .json({ refusals: refusals.slice(0, faultsAtMost), more: Math.max(0, refusals.length - faultsAtMost) });

    router.post('/:kind/check', async (request, response) => {
      const sent = await upload(request, response);
      if (!sent) return;
      const checked = await checkNationalFile(sent.context, sent.file);
      if ('refused' in checked) refuse(response, checked.refused);
      else {
        const { rows, report, choices, inTheWay } = checked;
        response.json({ rows, report, choices, inTheWay });
      }
    });
    router.post('/:kind/apply', async (request, response) => {
      const sent = await upload(request, response);
      const idempotencyKey = sent && idempotencyKeyOf(request, response);
      if (!sent || idempotencyKey === undefined) return;
      const result = await applyNationalFile(sent.context, { ...sent.file, idempotencyKey });
      if ('refused' in result) refuse(response, result.refused);
      else response.json({ nationalImportId: toGlobalId('NationalImport', result.done['nationalImportId'] ?? '') });
    });
    if (parts.demonstration)
      router.get('/:kind/example', async (request, response) => {
        const admitted = await admit(request, response);
        if (!admitted) return;
        const published = () =>
          readFileSync(new URL('../../src/national-files/examples/etr.csv', import.meta.url), 'utf8');
        const { name, text } = exampleOf(admitted.kind, parts.clock.today(), published);
        response.attachment(name).type('text/csv; charset=utf-8').send(text);
      });

    app.use('/uploads/national-files', router);
  };
