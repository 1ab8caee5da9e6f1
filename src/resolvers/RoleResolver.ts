import { GraphQLDateTime } from "graphql-scalars";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { UNDATED } from "../entities/Article.js";
import { Entity, Place } from "../entities/Entity.js";
import { Role } from "../entities/Role.js";
import { ForwardPaging, plainEdge, readPaging, toConnection } from "../schema/connection.js";
import { EvidenceConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";

/** Offices and occupations of people. */
@Resolver(() => Role)
export class RoleResolver {
  @FieldResolver(() => Entity, { description: "Who holds or held it." })
  holder(@Root() { holderKey }: Role, @Ctx() { loaders }: Context): Promise<Entity | null> {
    return loaders.entityByKey.load(holderKey);
  }

  @FieldResolver(() => Entity, { nullable: true, description: "Whose office it is, where a body is named." })
  async organization(@Root() { organizationKey }: Role, @Ctx() { loaders }: Context): Promise<Entity | null> {
    return organizationKey === null ? null : loaders.entityByKey.load(organizationKey);
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: "Country or town of the office, where one is named.",
  })
  async country(@Root() { countryKey }: Role, @Ctx() { loaders }: Context): Promise<Entity | null> {
    const entity = countryKey === null ? null : await loaders.entityByKey.load(countryKey);
    return entity?.kind === "PLACE" ? entity : null;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the first dated article that names it.",
  })
  firstSeen(@Root() { firstSeen }: Role): number | null {
    return firstSeen;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the newest dated article that names it.",
  })
  lastSeen(@Root() { lastSeen }: Role): number | null {
    return lastSeen > UNDATED ? lastSeen : null;
  }

  @FieldResolver(() => EvidenceConnection, {
    description: "The first passage of each article that names the role, newest article first.",
  })
  async evidence(
    @Root() role: Role,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<EvidenceConnection> {
    const page = await loaders.roleEvidence.page([role.key], null, readPaging(paging, config));
    const entityKeys = [role.holderKey, ...(role.organizationKey === null ? [] : [role.organizationKey])];
    return toConnection(
      page,
      () => loaders.roleEvidence.count([role.key], null),
      (row, cursor) => plainEdge({ ...row, entityKeys, within: "SENTENCE" as const }, cursor),
    );
  }
}
