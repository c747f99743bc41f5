package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.enhancer.Enhancer;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.inspect.EntitySkeleton;
import dev.grapnel.testkit.TestDatabases;
import jakarta.persistence.Entity;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Entity classes written for the tables of a database. */
@EveryDatabase
@DisplayName("Entity classes written for the tables on")
class EntitySkeletonsTest {
    private static final AtomicInteger PACKAGES = new AtomicInteger();

    private static final List<String> TABLES = List.of(
            "create table company (id integer primary key, name varchar(80) not null unique, founded date)",
            "create table app_user (company_id integer not null references company(id), number integer not null,"
                    + " first_name varchar(40) not null, balance decimal(10, 2), active boolean not null,"
                    + " primary key (company_id, number))",
            "create table topic (word varchar(30) primary key, parent_id varchar(30) references topic(word))",
            "create table company_topic (company_id integer not null references company(id),"
                    + " word varchar(30) not null references topic(word), primary key (company_id, word))",
            "create table log_line (text varchar(100))");

    @Parameter
    TestDatabases database;

    @TempDir
    Path folder;

    private Engine engine;
    private String packageName;

    @BeforeEach
    void makeTables() {
        engine = database.open();
        packageName = "reversed.number" + PACKAGES.incrementAndGet();
        try (JdbcTransaction transaction = engine.begin()) {
            TABLES.forEach(sql -> transaction.connection().jooq().execute(sql));
            transaction.commit();
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String source(String className) {
        return Schema.reverse(engine, packageName).stream()
                .filter(skeleton -> skeleton.className().equals(className))
                .findFirst()
                .orElseThrow()
                .source();
    }

    @Test
    void areThoseOfTablesWithAPrimaryKeyThatAreNoLinks() {
        assertThat(Schema.reverse(engine, packageName))
                .extracting(EntitySkeleton::className)
                .containsExactlyInAnyOrder("AppUser", "Company", "Topic");
    }

    @Test
    void nameTablesColumnsAndSizes() {
        assertThat(source("Company"))
                .startsWith("package " + packageName + ";\n\nimport jakarta.persistence.Column;\n")
                .containsIgnoringCase("@Entity\n@Table(name = \"company\")\npublic class Company {")
                .containsIgnoringCase("    @Column(name = \"name\", nullable = false, unique = true, length = 80)\n"
                        + "    private String name;\n")
                .contains("private LocalDate founded;");
    }

    @Test
    void haveReferencesForForeignKeysAndSetsForLinks() {
        assertThat(source("Topic"))
                .contains("@ManyToOne(fetch = FetchType.LAZY)")
                .contains("private Topic parent;");
        assertThat(source("Company"))
                .contains("@ManyToMany")
                .contains("private Set<Topic> topicSet = new LinkedHashSet<>();");
    }

    @Test
    void haveAClassForAKeyOfSeveralColumns() {
        assertThat(source("AppUser"))
                .contains("@IdClass(AppUser.Key.class)")
                .contains("public record Key(Integer companyId, Integer number) {}")
                .contains("insertable = false, updatable = false");
    }

    @Test
    void canBeCompiledAndMappedAndFitTheTables() throws Exception {
        List<EntitySkeleton> skeletons = Schema.reverse(engine, packageName);
        compile(skeletons);
        Enhancer.install(packageName);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            List<Class<?>> classes = new ArrayList<>();
            for (EntitySkeleton skeleton : skeletons) {
                classes.add(loader.loadClass(packageName + "." + skeleton.className()));
            }
            Registry registry = Registry.of(classes.toArray(Class<?>[]::new));
            try {
                Schema.of(registry).requireValid(engine);
            } finally {
                registry.dispose();
            }
        }
    }

    private void compile(List<EntitySkeleton> skeletons) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), "-proc:none", "-cp"));
        arguments.add(new File(Entity.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath());
        for (EntitySkeleton skeleton : skeletons) {
            Path file = folder.resolve(skeleton.fileName());
            Files.createDirectories(file.getParent());
            Files.writeString(file, skeleton.source());
            arguments.add(file.toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("the compiler on " + skeletons).isZero();
    }
}
