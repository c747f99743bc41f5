package dev.grapnel.events;

/** A class that {@link WeakTargetTest} loads a second time, to see its loader go. */
final class Throwaway {}
