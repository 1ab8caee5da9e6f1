import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AnnotationResolver } from "../resolvers/AnnotationResolver.js";
import {
  ArticleEntityEdgeResolver,
  InfoSourceCreditResolver,
  RelatedLinkResolver,
} from "../resolvers/articlePartResolvers.js";
import { ArticleResolver } from "../resolvers/ArticleResolver.js";
import { CoMentionResolver, EvidenceResolver } from "../resolvers/CoMentionResolver.js";
import {
  ArticleDuplicatesResolver,
  DuplicateEdgeResolver,
  DuplicateGroupResolver,
} from "../resolvers/duplicateResolvers.js";
import { EntityNameResolver } from "../resolvers/EntityNameResolver.js";
import { EntityResolver } from "../resolvers/EntityResolver.js";
import { IngestIssueResolver, IngestJobResolver } from "../resolvers/IngestJobResolver.js";
import { IngestResolver } from "../resolvers/IngestResolver.js";
import { MentionResolver, ParagraphResolver } from "../resolvers/MentionResolver.js";
import { NodeResolver } from "../resolvers/NodeResolver.js";
import { PersonResolver } from "../resolvers/PersonResolver.js";
import { OrganizationResolver, PlaceResolver } from "../resolvers/PlaceResolver.js";
import { QuotationResolver } from "../resolvers/QuotationResolver.js";
import { RelatedReasonResolver } from "../resolvers/RelatedReasonResolver.js";
import {
  ArticleRevisionResolver,
  ArticleRevisionsResolver,
  RevisionDiffResolver,
  RevisionMentionResolver,
} from "../resolvers/revisionResolvers.js";
import { RoleResolver } from "../resolvers/RoleResolver.js";
import { SearchResolver } from "../resolvers/SearchResolver.js";
import { AuthorResolver, SectionResolver, SourceResolver } from "../resolvers/SourceResolver.js";
import {
  StoryArticleEdgeResolver,
  StoryArticleConnectionResolver,
  StoryEntityEdgeResolver,
  StorySourceResolver,
} from "../resolvers/storyPartResolvers.js";
import { ArticleStoryResolver, EntityStoriesResolver, StoryResolver } from "../resolvers/StoryResolver.js";
import { SystemResolver } from "../resolvers/SystemResolver.js";

let schema: GraphQLSchema | null = null;

/** The executable schema. Built once: it holds no state of a request or a database. */
export function buildSchema(): GraphQLSchema {
  if (schema !== null) return schema;
  schema = buildSchemaSync({
    resolvers: [
      AnnotationResolver,
      ArticleDuplicatesResolver,
      ArticleResolver,
      ArticleRevisionResolver,
      ArticleRevisionsResolver,
      ArticleStoryResolver,
      ArticleEntityEdgeResolver,
      AuthorResolver,
      CoMentionResolver,
      DuplicateEdgeResolver,
      DuplicateGroupResolver,
      EntityNameResolver,
      EntityResolver,
      EntityStoriesResolver,
      EvidenceResolver,
      InfoSourceCreditResolver,
      IngestIssueResolver,
      IngestJobResolver,
      IngestResolver,
      MentionResolver,
      NodeResolver,
      OrganizationResolver,
      ParagraphResolver,
      PersonResolver,
      PlaceResolver,
      QuotationResolver,
      RelatedLinkResolver,
      RelatedReasonResolver,
      RevisionDiffResolver,
      RevisionMentionResolver,
      RoleResolver,
      SearchResolver,
      SectionResolver,
      SourceResolver,
      StoryArticleConnectionResolver,
      StoryArticleEdgeResolver,
      StoryEntityEdgeResolver,
      StoryResolver,
      StorySourceResolver,
      SystemResolver,
    ],
    validate: false,
  });
  const query = schema.getQueryType();
  if (query) query.description = "Where every question begins.";
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = "Where every change begins.";
  return schema;
}
