package dev.grapnel.core.mapping;

/**
 * A run that configures waiting mappers begins or ends.
 *
 * @param registry whose mappers are configured
 */
public record ConfigureEvent(MapperRegistry registry) {}
