package dev.grapnel.sql.bulk;

/** The statement that is sent, as listeners left it. */
public final class Sent {
    private SetBasedStatement statement;

    Sent(SetBasedStatement statement) {
        this.statement = statement;
    }

    /** The statement. */
    public SetBasedStatement statement() {
        return statement;
    }

    /** Takes what listeners made of it. */
    public void settle(SetBasedStatement changed) {
        this.statement = changed;
    }
}
