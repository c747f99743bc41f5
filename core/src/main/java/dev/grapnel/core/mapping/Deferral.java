package dev.grapnel.core.mapping;

/**
 * How a column is loaded that does not come with its object (rule G-10).
 *
 * @param group of columns that are loaded together when the first of them is read; empty for a column that is loaded alone
 * @param raises whether reading it without having loaded it is an error
 */
public record Deferral(String group, boolean raises) {
    /** On first read, alone. */
    public static final Deferral ALONE = new Deferral("", false);

    /** Whether it is one of a group. */
    public boolean isOf(String wanted) {
        return !group.isEmpty() && group.equals(wanted);
    }
}
