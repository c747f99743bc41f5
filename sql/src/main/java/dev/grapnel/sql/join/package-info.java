/**
 * How entities hang together within one statement: joins along relationships, and questions about related objects as {@code EXISTS}.
 *
 * <p>What enters: a {@link dev.grapnel.sql.join.RelationshipPath}, that is a relationship of a class, perhaps under another name, narrowed or
 * with a condition. What leaves: tables joined in jOOQ's words, and conditions that are put together when a statement is rendered. Start
 * reading at {@link dev.grapnel.sql.join.RelatedRows}.
 */
package dev.grapnel.sql.join;
