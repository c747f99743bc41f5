package dev.grapnel.conformance.model.keys;

import java.io.Serializable;

/**
 * The key of a city.
 *
 * @param country_code of its country
 * @param name of the city
 */
public record CityKey(String country_code, String name) implements Serializable {}
