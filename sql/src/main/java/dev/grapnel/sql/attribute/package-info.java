/**
 * The typed names of attributes, as generated metamodel classes hold them: {@code Contact_.name}.
 *
 * <p>What enters: constants that name a class and an attribute, made before the class is mapped. What leaves: targets for attribute events,
 * and fields of jOOQ that find their column when a statement is rendered. Start reading at
 * {@link dev.grapnel.sql.attribute.ColumnAttribute}.
 */
package dev.grapnel.sql.attribute;
