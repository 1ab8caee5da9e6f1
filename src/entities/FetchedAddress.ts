import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a site said of a document that was taken in, so that it is asked only for what is newer (RFC 9110, conditional requests). */
@Entity("fetched_address")
export class FetchedAddress {
  @PrimaryColumn("text")
  address!: string;

  @Column("text", { nullable: true })
  etag!: string | null;

  /** As the site wrote it. */
  @Column("text", { nullable: true })
  lastModified!: string | null;

  @Column("bigint")
  fetchedAt!: number;
}
