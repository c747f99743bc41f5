package dev.grapnel.testkit.reference;

/** The key of a region as programs know it. */
record RegionKey(Integer country, String name) {}
