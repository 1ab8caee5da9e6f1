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

/** A paragraph with its computed global ID. */
export function toParagraph(row: ParagraphRow): Paragraph {
  return { ...row, id: paragraphId(row.articleId, row.ordinal) };
}
