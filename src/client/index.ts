export { createClient, RequestError, type Client, type ClientOptions } from "./createClient.js";
export * from "./generated/graphql.js";
