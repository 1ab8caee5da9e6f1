import { Article } from "./Article.js";
import { ArticleAuthor } from "./ArticleAuthor.js";
import { ArticleEntity } from "./ArticleEntity.js";
import { ArticleRevision, RevisionEntity } from "./ArticleRevision.js";
import { ArticleMinHash } from "./ArticleMinHash.js";
import { ArticleVector } from "./ArticleVector.js";
import { Author } from "./Author.js";
import { CoMention, CoMentionTotal } from "./CoMention.js";
import { Duplicate, DuplicateGroup, DuplicatePair } from "./DuplicateGroup.js";
import { Entity } from "./Entity.js";
import { EntityName } from "./EntityName.js";
import { FetchedAddress } from "./FetchedAddress.js";
import { Image } from "./Image.js";
import { InfoSourceCredit } from "./InfoSourceCredit.js";
import { IngestIssue } from "./IngestIssue.js";
import { IngestJob } from "./IngestJob.js";
import { IngestJobArticle } from "./IngestJobArticle.js";
import { IngestJobDocument } from "./IngestJobDocument.js";
import { Mention } from "./Mention.js";
import { Paragraph } from "./Paragraph.js";
import { Property } from "./Property.js";
import { Quotation } from "./Quotation.js";
import { RawDocument } from "./RawDocument.js";
import { RelatedArticle } from "./RelatedArticle.js";
import { RelatedLink } from "./RelatedLink.js";
import { Role, RoleMention } from "./Role.js";
import { Section } from "./Section.js";
import { Source } from "./Source.js";
import { Story } from "./Story.js";
import { StoryArticle } from "./StoryArticle.js";
import { StoryEntity } from "./StoryEntity.js";
import { StoryPending } from "./StoryPending.js";
import { ThingSplit } from "./ThingSplit.js";

/** Every table. */
export const tables = [
  Article,
  ArticleAuthor,
  ArticleEntity,
  ArticleRevision,
  ArticleMinHash,
  ArticleVector,
  Author,
  CoMention,
  CoMentionTotal,
  Duplicate,
  DuplicateGroup,
  DuplicatePair,
  Entity,
  EntityName,
  FetchedAddress,
  Image,
  InfoSourceCredit,
  IngestIssue,
  IngestJob,
  IngestJobArticle,
  IngestJobDocument,
  Mention,
  Paragraph,
  Property,
  Quotation,
  RawDocument,
  RelatedArticle,
  RelatedLink,
  RevisionEntity,
  Role,
  RoleMention,
  Section,
  Source,
  Story,
  StoryArticle,
  StoryEntity,
  StoryPending,
  ThingSplit,
];
