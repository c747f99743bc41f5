package dev.grapnel.testkit.domain.forum;

public record Body(String text, String format) {}
