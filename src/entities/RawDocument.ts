import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** An input document as it came (gzip, base64): the graph can be rebuilt from these. */
@Entity("raw_document")
export class RawDocument {
  @PrimaryGeneratedColumn()
  key!: number;

  /** SHA-256 of the bytes and of what was known from outside (source, address, date). */
  @Column("text", { unique: true })
  hash!: string;

  @Column("text")
  name!: string;

  /** Bytes before compression. */
  @Column("integer")
  size!: number;

  @Column("text")
  content!: string;

  @Column("bigint")
  seenAt!: number;

  /** What was known of it from outside, as JSON; null for one that an older version kept. */
  @Column("text", { nullable: true })
  context!: string | null;
}
