package dev.grapnel.core.flush.explain;

/**
 * Why a row is written after another one.
 *
 * @param on the number of the earlier row
 * @param because the relationship that needs this order, as {@code Author.books}; or that both belong to one object
 */
public record Dependency(int on, String because) {
    @Override
    public String toString() {
        return on + " (" + because + ')';
    }
}
