import type { DocumentId, PersonId, SeatId, TextVersion, TextVersionId } from '@mufakat/domain';

/** A version as the database keeps it, without the text itself. */
export type VersionRow = {
  id: TextVersionId;
  document_id: DocumentId;
  sequence: string;
  kind: TextVersion['kind'];
  name: string | null;
  made_by: SeatId | null;
  writers: PersonId[];
  at: Date;
};

/** The version as everybody sees it. */
export function textVersionView(row: VersionRow): TextVersion {
  return {
    id: row.id,
    documentId: row.document_id,
    sequence: Number(row.sequence),
    kind: row.kind,
    name: row.name,
    madeBy: row.made_by,
    writers: row.writers,
    at: row.at.toISOString(),
  };
}
