import type { IngestJob } from "../entities/IngestJob.js";
import { mentionId, paragraphId, quotationId } from "../entities/globalId.js";
import type { Mention } from "../entities/Mention.js";
import type { Paragraph } from "../entities/Paragraph.js";
import type { Quotation } from "../entities/Quotation.js";
import type { MentionRow } from "../graph/mentions.js";
import type { ParagraphRow } from "../graph/paragraphs.js";
import type { QuotationRow } from "../graph/quotations.js";

/** A mention with its computed global ID. */
export function toMention(row: MentionRow): Mention {
  return { ...row, id: mentionId(row.articleId, row.ordinal, row.startOffset) };
}

/** A quotation with its computed global ID. */
export function toQuotation(row: QuotationRow): Quotation {
  return { ...row, id: quotationId(row.articleId, row.ordinal, row.startOffset) };
}

/** A job with its computed global ID. */
export function toIngestJob(row: IngestJob): IngestJob {
  return { ...row, id: `J${row.key}` };
}

/** Key of the job with this ID; null when it is none. */
export function jobKeyOf(id: string): number | null {
  return /^J\d{1,15}$/u.test(id) ? Number(id.slice(1)) : null;
}

/** A paragraph with its computed global ID. */
export function toParagraph(row: ParagraphRow): Paragraph {
  return { ...row, id: paragraphId(row.articleId, row.ordinal) };
}
