/**
 * Which class is kept in which table: entity classes with the annotations of {@code jakarta.persistence} become mappers that know columns,
 * keys, joins and inheritance.
 *
 * <p>What enters: annotated classes, given to a {@link dev.grapnel.sql.mapping.TableRegistry}. What leaves: one frozen
 * {@link dev.grapnel.sql.mapping.TableMapper} for each, and the tables they need. It goes in three steps: {@code sql.mapping.annotation}
 * turns annotations into {@code sql.mapping.declaration declarations}, which say what was written and nothing else;
 * {@code TableMapper.buildProperties} turns declarations into attributes and columns; {@code TableMapper.configureStorage} joins the tables, when
 * all classes are there. Start reading at
 * {@code TableMapper}.
 *
 * <p>Annotations mean what {@code jakarta.persistence} says. One that is not supported is an error that tells what to do instead; none is
 * ignored.
 */
package dev.grapnel.sql.mapping;
