import { gunzipSync, gzipSync } from "node:zlib";

/** Bytes as `raw_document` keeps them: gzip, base64. */
export function packDocument(bytes: Uint8Array): string {
  return gzipSync(bytes).toString("base64");
}

/** The bytes that `packDocument` packed. @throws Error for what is no such text */
export function unpackDocument(packed: string): Buffer {
  return gunzipSync(Buffer.from(packed, "base64"));
}
