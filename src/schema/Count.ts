import { Field, Int, ObjectType } from "type-graphql";
import { CountPrecision } from "./enums.js";

/** How many, and how exactly that is known. */
@ObjectType({ simpleResolvers: true, description: "How many, and how exactly that is known." })
export class Count {
  @Field(() => Int, { description: "The number." })
  value!: number;

  @Field(() => CountPrecision, { description: "How exact it is." })
  precision!: "EXACT";
}

/** A count of rows. */
export function exactly(value: number): Count {
  return { value, precision: "EXACT" };
}
