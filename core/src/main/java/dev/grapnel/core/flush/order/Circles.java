package dev.grapnel.core.flush.order;

import java.util.Arrays;
import java.util.BitSet;

/** What depends on itself: Tarjan's strongly connected components, without recursion. */
public final class Circles {
    private static final int UNSEEN = -1;

    private final Followers followers;
    /** In which order numbers were met, and the first one met that each leads back to. */
    private final int[] met;

    private final int[] low;
    /** The way from the start to where the walk is, and the next place to look at of each on it. */
    private final int[] way;

    private final int[] next;
    private final int[] open;
    private final BitSet isOpen = new BitSet();
    private final BitSet found = new BitSet();
    private int countMet;
    private int countOpen;

    private Circles(Followers followers) {
        this.followers = followers;
        int size = followers.size();
        this.met = new int[size];
        Arrays.fill(met, UNSEEN);
        this.low = new int[size];
        this.way = new int[size];
        this.next = new int[size];
        this.open = new int[size];
    }

    /**
     * Finds what lies on a circle.
     *
     * @param edges what comes before what
     * @param size how many numbers there are
     * @return the numbers that come before themselves
     */
    public static BitSet of(Edges edges, int size) {
        Circles circles = new Circles(edges.followers(size));
        for (int start = 0; start < size; start++) {
            if (circles.met[start] == UNSEEN) {
                circles.walk(start);
            }
        }
        return circles.found;
    }

    private void walk(int start) {
        int depth = 0;
        way[0] = enter(start);
        while (depth >= 0) {
            int at = way[depth];
            if (next[at] < followers.end(at)) {
                int other = followers.at(next[at]++);
                if (met[other] == UNSEEN) {
                    way[++depth] = enter(other);
                } else if (isOpen.get(other)) {
                    low[at] = Math.min(low[at], met[other]);
                }
            } else {
                leave(at);
                if (--depth >= 0) {
                    low[way[depth]] = Math.min(low[way[depth]], low[at]);
                }
            }
        }
    }

    private int enter(int number) {
        met[number] = countMet;
        low[number] = countMet++;
        next[number] = followers.first(number);
        open[countOpen++] = number;
        isOpen.set(number);
        return number;
    }

    /** All that stands open behind a number that leads back to none before it is one component with it. */
    private void leave(int number) {
        if (low[number] != met[number]) {
            return;
        }
        boolean alone = open[countOpen - 1] == number;
        int member;
        do {
            member = open[--countOpen];
            isOpen.clear(member);
            if (!alone || followsItself(number)) {
                found.set(member);
            }
        } while (member != number);
    }

    private boolean followsItself(int number) {
        for (int place = followers.first(number); place < followers.end(number); place++) {
            if (followers.at(place) == number) {
                return true;
            }
        }
        return false;
    }
}
