package dev.grapnel.benchmarks.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class ServersTest {
    private static void connect(String url) throws IOException {
        URI address = URI.create(url);
        new Socket(address.getHost(), address.getPort()).close();
    }

    @Test
    void documentServerRunsUntilItIsClosed() throws Exception {
        String url;
        try (Servers servers = new Servers()) {
            url = servers.start(DatabaseKind.MONGODB);
            assertThat(url).startsWith("mongodb://");
            connect(url);
        }

        assertThatThrownBy(() -> connect(url)).isInstanceOf(IOException.class);
    }

    @Test
    void h2NeedsNoServer() {
        try (Servers servers = new Servers()) {
            assertThat(servers.start(DatabaseKind.H2)).startsWith("jdbc:h2:mem:");
        }
    }
}
