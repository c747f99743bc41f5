package dev.grapnel.mongo.mapping;

/**
 * A relation, as it is mapped; it stores nothing (statement ODM-P4).
 *
 * @param attribute the name in the class
 * @param target the class at the other end
 * @param via by which foreign id
 */
record RelationDeclaration(String attribute, Class<?> target, Via via) {}
