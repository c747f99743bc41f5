package dev.grapnel.benchmarks.attributes;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.enhancer.Enhancer;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.Engine;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads and writes of attributes of a persistent object in an open session, against those of plain fields.
 *
 * <p>Values alternate, so that no write can be left out. A write is <em>repeated</em> if the object has been changed since the last flush, which is
 * what it is in a loop; the <em>first</em> write after a flush records the former value and tells the session.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@NullUnmarked // what JMH sets up
public class AttributeBenchmark {
    static {
        // Before the classes are loaded, which is when something is first done with them.
        Enhancer.install("dev.grapnel.benchmarks.attributes");
    }

    private final String[] names = {"ed", "wendy"};
    private int count;
    private long sum;

    private Engine engine;
    private Session session;
    private Person person;
    private Person other;
    private InstanceState state;
    private Watched watched;
    private Plain plain;
    private Plain otherPlain;

    /** Makes objects, and changes one of them. */
    @Setup
    public void open() {
        engine = Engine.create("jdbc:h2:mem:attributes");
        Registry registry = Registry.of(Person.class, Watched.class);
        Schema.of(registry).createAll(engine);
        session = SessionFactory.of(engine, registry).open();
        person = new Person();
        person.id = 2;
        other = new Person();
        other.id = 1;
        watched = new Watched();
        watched.id = 1;
        session.add(person);
        session.add(other);
        session.add(watched);
        session.flush();
        state = ClassManager.requireState(person);
        Events.on(ColumnAttribute.of(Watched.class, "name", String.class)).onSet(event -> sum++);
        plain = new Plain();
        otherPlain = new Plain();
        writeInt();
        writeLong();
        writeString();
        writeReference();
    }

    /** Closes the database. */
    @TearDown
    public void close() {
        session.close();
        engine.close();
    }

    // ---- plain fields ----

    /** The floor of a write. */
    @Benchmark
    public void plainWriteInt() {
        plain.age = ++count;
    }

    /** The floor of a write. */
    @Benchmark
    public void plainWriteLong() {
        plain.amount = ++count;
    }

    /** The floor of a write. */
    @Benchmark
    public void plainWriteString() {
        plain.name = names[++count & 1];
    }

    /** The floor of a write. */
    @Benchmark
    public void plainWriteReference() {
        plain.friend = (++count & 1) == 0 ? otherPlain : plain;
    }

    /** The floor of a read. */
    @Benchmark
    public int plainReadInt() {
        return plain.age;
    }

    /** The floor of a read. */
    @Benchmark
    public long plainReadLong() {
        return plain.amount;
    }

    /** The floor of a read. */
    @Benchmark
    public Object plainReadString() {
        return plain.name;
    }

    /** The floor of a read. */
    @Benchmark
    public Object plainReadReference() {
        return plain.friend;
    }

    // ---- attributes ----

    /** A repeated write. */
    @Benchmark
    public void writeInt() {
        person.age = ++count;
    }

    /** A repeated write. */
    @Benchmark
    public void writeLong() {
        person.amount = ++count;
    }

    /** A repeated write. */
    @Benchmark
    public void writeString() {
        person.name = names[++count & 1];
    }

    /** A repeated write. */
    @Benchmark
    public void writeReference() {
        person.friend = (++count & 1) == 0 ? other : person;
    }

    /** A read. */
    @Benchmark
    public int readInt() {
        return person.age;
    }

    /** A read. */
    @Benchmark
    public long readLong() {
        return person.amount;
    }

    /** A read. */
    @Benchmark
    public Object readString() {
        return person.name;
    }

    /** A read. */
    @Benchmark
    public Object readReference() {
        return person.friend;
    }

    /** The first write after a flush, and what the flush does to have the object clean again. */
    @Benchmark
    public void firstWriteAndClean() {
        person.name = names[++count & 1];
        ValueBooks.commitAll(state);
    }

    /** A repeated write with one listener. */
    @Benchmark
    public void writeStringWithListener() {
        watched.name = names[++count & 1];
    }
}
