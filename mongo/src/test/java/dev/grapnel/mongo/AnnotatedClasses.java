package dev.grapnel.mongo;

import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.session.OdmSessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session over a server in memory, and classes that are mapped by their annotations while a test runs. */
public abstract class AnnotatedClasses {
    @RegisterExtension
    protected final MemoryServer server = new MemoryServer();

    protected final DocumentRegistry registry = DocumentRegistry.create();

    @SuppressWarnings("NullAway.Init") // made before each test
    protected OdmSession session;

    private final Class<?>[] mapped;

    /**
     * Maps classes before each test.
     *
     * @param mapped the classes
     */
    protected AnnotatedClasses(Class<?>... mapped) {
        this.mapped = mapped;
    }

    @BeforeEach
    final void map() {
        registry.map(mapped);
        session = OdmSessionFactory.of(server.store()).open();
    }

    @AfterEach
    final void free() {
        registry.dispose();
    }
}
