import { MitosError } from "../errors.js";

/** Which columns of a CoNLL file are read: from 1, or from -1 backwards. */
export interface ConllColumns {
  token: number;
  gold: number;
  /** Labels that another program gave; null when there are none to be read. */
  predicted: number | null;
}

/** One line of a CoNLL file. */
export interface ConllToken {
  text: string;
  /** Label as printed, such as `B-PER`. */
  gold: string;
  predicted: string | null;
}

/** Sentences of one document, in order. A file that marks no documents is one. */
export type ConllDocument = ConllToken[][];

/** The documents of a CoNLL file, and whether the file itself marks them (`-DOCSTART-`, `# newdoc`). */
export interface ConllFile {
  documents: ConllDocument[];
  hasDocuments: boolean;
}

/** Words in brackets of the Penn Treebank, as its files write them. */
const BRACKETS: Readonly<Record<string, string>> = {
  "-LRB-": "(",
  "-RRB-": ")",
  "-LSB-": "[",
  "-RSB-": "]",
  "-LCB-": "{",
  "-RCB-": "}",
  "``": "“",
  "''": "”",
};
const HINT =
  "A line is a token and its label, apart by a tab or blanks; set the columns with --token-column and --label-column.";
const LABEL = /^(?:O|[BIESLUM][-_].+|[BIES])$/u;

/**
 * Reads CoNLL text: one token a line with two or more columns apart by tabs or blanks, a blank line between sentences,
 * `-DOCSTART-` or `# newdoc` before a document, other lines that begin with `#` and a blank are comments.
 *
 * @throws {MitosError} BAD_INPUT with file, line and hint on the first line that does not fit.
 */
export function readConll(source: string, file: string, columns: ConllColumns): ConllFile {
  const documents: ConllDocument[] = [[]];
  let sentence: ConllToken[] = [];
  let hasDocuments = false;
  const endSentence = (): void => {
    if (sentence.length > 0) documents.at(-1)?.push(sentence);
    sentence = [];
  };
  const lines = source.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") {
      endSentence();
    } else if (/^-DOCSTART-|^-X-\s|^# newdoc\b/u.test(line)) {
      endSentence();
      hasDocuments = true;
      if (documents.at(-1)?.length !== 0) documents.push([]);
    } else if (!/^#\s/u.test(line) || line.includes("\t")) {
      sentence.push(readToken(line, `${file}:${index + 1}`, columns));
    }
  }
  endSentence();
  const filled = documents.filter((document) => document.length > 0);
  if (filled.length === 0) {
    throw new MitosError(
      "BAD_INPUT",
      `${file}: no tokens in it.`,
      "Give a CoNLL file: one token and its label a line.",
    );
  }
  return { documents: filled, hasDocuments };
}

function readToken(line: string, place: string, columns: ConllColumns): ConllToken {
  const cells = (line.includes("\t") ? line.split("\t") : line.split(" "))
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  if (cells.length < 2) {
    throw new MitosError("BAD_INPUT", `${place}: one column; a token and its label are wanted.`, HINT);
  }
  const cell = (column: number, name: string): string => {
    const found = cells.at(column > 0 ? column - 1 : column);
    if (found === undefined) {
      throw new MitosError(
        "BAD_INPUT",
        `${place}: no column ${column} for the ${name}; the line has ${cells.length}.`,
        HINT,
      );
    }
    return found;
  };
  const label = (column: number, name: string): string => {
    const found = cell(column, name);
    if (LABEL.test(found)) return found;
    throw new MitosError(
      "BAD_INPUT",
      `${place}: “${found}” is no IOB2, IOB1 or BIOES label.`,
      "Labels look like O, B-PER, I-PER; choose their column with --label-column.",
    );
  };
  const token = cell(columns.token, "token");
  return {
    text: BRACKETS[token] ?? token,
    gold: label(columns.gold, "label"),
    predicted: columns.predicted === null ? null : label(columns.predicted, "predicted label"),
  };
}
