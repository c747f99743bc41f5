/**
 * What is mapped to what: one frozen {@link dev.grapnel.core.mapping.Mapper} for each class, made and kept by a
 * {@link dev.grapnel.core.mapping.MapperRegistry}.
 *
 * <p>Store neutral: attributes, keys, relationships, cascades, inheritance. A backend adds where values are stored by extending
 * {@code Mapper}. The engine's own attribute listeners for relationships are attached here, when mappers are configured. Start reading at
 * {@code Mapper}, then {@code MapperRegistry.configure}.
 */
package dev.grapnel.core.mapping;
