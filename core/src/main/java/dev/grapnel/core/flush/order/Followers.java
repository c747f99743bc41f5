package dev.grapnel.core.flush.order;

/** For each number those that come behind it, side by side in one array. */
final class Followers {
    private final int[] starts;
    private final int[] all;

    /**
     * Takes the arrays over.
     *
     * @param starts for each number the place of its first follower, and of what is behind its last one, which is the first of the next
     * @param all the followers
     */
    Followers(int[] starts, int[] all) {
        this.starts = starts;
        this.all = all;
    }

    /** How many numbers there are. */
    int size() {
        return starts.length - 1;
    }

    int first(int number) {
        return starts[number];
    }

    int end(int number) {
        return starts[number + 1];
    }

    int at(int place) {
        return all[place];
    }
}
