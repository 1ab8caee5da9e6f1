import { Kind, OperationTypeNode, parse } from "graphql";

/** Whether a text is a valid document whose operations are all queries. */
export function readsOnly(text: string): boolean {
  try {
    return parse(text).definitions.every(
      (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY,
    );
  } catch {
    return false;
  }
}
