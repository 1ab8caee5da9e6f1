import { Column, Entity, PrimaryColumn } from "typeorm";

/** One fact about the database itself, such as the version of the knowledge base in it. */
@Entity("property")
export class Property {
  @PrimaryColumn("text")
  name!: string;

  @Column("text")
  value!: string;
}
