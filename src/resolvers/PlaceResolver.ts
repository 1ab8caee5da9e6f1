import { GraphQLDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Entity, Organization, Place } from "../entities/Entity.js";
import { ForwardPaging, plainEdge, readPaging, toConnection } from "../schema/connection.js";
import { GeoPoint, PlaceConnection, RoleConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { roleConnection } from "./lists.js";
import { AS_OF } from "./PersonResolver.js";

/** What only places have. */
@Resolver(() => Place)
export class PlaceResolver {
  @FieldResolver(() => GeoPoint, { nullable: true, description: "Where it lies." })
  geo(@Root() { latitude, longitude }: Place): GeoPoint | null {
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  @FieldResolver(() => Place, { nullable: true, description: "The place that it lies directly in." })
  async containedIn(@Root() { containedInKey }: Place, @Ctx() { loaders }: Context): Promise<Entity | null> {
    return containedInKey === null ? null : loaders.entityByKey.load(containedInKey);
  }

  @FieldResolver(() => PlaceConnection, { description: "Places directly inside it, most mentioned first." })
  async contains(
    @Root() place: Place,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<PlaceConnection> {
    const page = await loaders.containedPlaces.page([place.key], null, readPaging(paging, config));
    return toConnection(
      page,
      () => loaders.containedPlaces.count([place.key], null),
      (row, cursor) => plainEdge(row, cursor),
    );
  }
}

/** What only organizations have. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => Place, { nullable: true, description: "Country that it belongs to." })
  async country(@Root() { countryKey }: Organization, @Ctx() { loaders }: Context): Promise<Entity | null> {
    return countryKey === null ? null : loaders.entityByKey.load(countryKey);
  }

  @FieldResolver(() => RoleConnection, {
    description: "Who holds or held an office of it, as articles tell, the one seen last first.",
  })
  officeHolders(
    @Root() { key }: Organization,
    @Arg("asOf", () => GraphQLDate, { nullable: true, description: AS_OF }) asOf: Date | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<RoleConnection> {
    return roleConnection(context, "ORGANIZATION", key, asOf, paging);
  }
}
